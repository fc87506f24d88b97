import type { PageDependencies } from '#shared/pages/page-dependencies.ts';
import type { AllowanceDependencies } from '#shared/report/allowance/take-within-allowance.ts';

export type LogReportsDependencies = PageDependencies & AllowanceDependencies;
