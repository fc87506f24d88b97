import type { ComplaintLaw } from '#shared/complaint/wanted-complaint.ts';
import type { Regulator } from '#shared/law/rulebook.ts';
import type { PageDependencies } from '#shared/pages/page-dependencies.ts';
import type { ProofRequests } from '#shared/report/contact-proof/proof-requests.ts';
import type { ViewDependencies } from '#shared/report/report-view.ts';
import type { TakeDependencies } from '#shared/report/take-report.ts';
import type { KeyedHash } from '#shared/runtime/keyed-hash.ts';

interface Complaining extends ViewDependencies {
  readonly complaintHash: KeyedHash;
  readonly law: ComplaintLaw;
  readonly regulators: readonly Regulator[];
  readonly requireContactProof: boolean;
  readonly proofs: ProofRequests;
  /** Ids of the regulators that take complaints from our queue. */
  readonly queueRegulators: ReadonlySet<string>;
}

export type ComplaintPagesDependencies = PageDependencies & TakeDependencies & Complaining;
