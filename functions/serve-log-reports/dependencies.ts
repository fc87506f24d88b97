import type { PageDependencies } from '#shared/pages/page-dependencies.ts';
import type { TakeDependencies } from '#shared/report/take-report.ts';

export type LogReportsDependencies = PageDependencies & TakeDependencies;
