import type { ComplaintStore } from '#shared/complaint/ports.ts';
import type { ComplaintLaw } from '#shared/complaint/wanted-complaint.ts';
import type { Regulator } from '#shared/law/rulebook.ts';
import type { DayReader } from '#shared/pages/day-reader.ts';
import type { PageDependencies } from '#shared/pages/page-dependencies.ts';
import type { ProofRequests } from '#shared/report/contact-proof/proof-requests.ts';
import type { ComplaintLetterReader } from '#shared/report/ports.ts';
import type { ViewDependencies } from '#shared/report/report-view.ts';
import type { TakeDependencies } from '#shared/report/take-report.ts';
import type { KeyedHash } from '#shared/runtime/keyed-hash.ts';

interface Own extends ViewDependencies {
  readonly letters: ComplaintLetterReader;
  /** With its history, which the summaries of a report view leave out. */
  readonly complaintStore: Pick<ComplaintStore, 'getAll'>;
  readonly complaintHash: KeyedHash;
  readonly days: DayReader;
  readonly law: ComplaintLaw;
  readonly regulators: readonly Regulator[];
  readonly requireContactProof: boolean;
  readonly proofs: ProofRequests;
  /** Ids of the regulators that take complaints from our queue. */
  readonly queueRegulators: ReadonlySet<string>;
}

export type OwnPagesDependencies = PageDependencies & TakeDependencies & Own;
