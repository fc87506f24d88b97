import type { ComplaintStore } from '#shared/complaint/ports.ts';
import type { ComplaintLaw } from '#shared/complaint/wanted-complaint.ts';
import type { Regulator } from '#shared/law/rulebook.ts';
import type { ComplaintLetterReader } from '#shared/report/ports.ts';
import type { ViewDependencies } from '#shared/report/report-view.ts';
import type { TakeDependencies } from '#shared/report/take-report.ts';
import type { KeyedHash } from '#shared/runtime/keyed-hash.ts';
import type { Log } from '#shared/runtime/log.ts';

export interface DayCount {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly reports: number;
}

/** How many reports a subject has by day, oldest first; empty for an unknown one. */
export interface DayReader {
  daysOf(subjectId: string): Promise<readonly DayCount[]>;
}

export interface PagesDependencies extends TakeDependencies, ViewDependencies {
  readonly letters: ComplaintLetterReader;
  /** With its history, which the summaries of a report view leave out. */
  readonly complaintStore: Pick<ComplaintStore, 'getAll'>;
  readonly complaintHash: KeyedHash;
  readonly formHash: KeyedHash;
  readonly days: DayReader;
  readonly law: ComplaintLaw;
  readonly regulators: readonly Regulator[];
  readonly requireContactProof: boolean;
  readonly log: Log;
  readonly originSecret?: () => Promise<string>;
}
