import type { CheckDependencies } from '#shared/pages/form-checks.ts';
import type { PageDependencies } from '#shared/pages/page-dependencies.ts';
import type { Identity } from '#shared/report/identity.ts';
import type { DisputeDependencies } from '#shared/subject/disputes/file-dispute.ts';

export interface ContestDependencies extends PageDependencies, CheckDependencies, DisputeDependencies {
  readonly identity: Pick<Identity, 'receipt'>;
}
