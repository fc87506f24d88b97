import type { PageDependencies } from '#shared/pages/page-dependencies.ts';
import type { TakeDependencies } from '#shared/report/take-report.ts';
import type { DisputeDependencies } from '#shared/subject/disputes/file-dispute.ts';

export type PagesDependencies = PageDependencies & TakeDependencies & Omit<DisputeDependencies, 'clock'>;
