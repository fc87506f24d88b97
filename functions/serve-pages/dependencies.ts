import type { CheckDependencies } from '#shared/pages/form-checks.ts';
import type { PageDependencies } from '#shared/pages/page-dependencies.ts';
import type { AllowanceDependencies } from '#shared/report/allowance/take-within-allowance.ts';

export type PagesDependencies = PageDependencies & CheckDependencies & AllowanceDependencies;
