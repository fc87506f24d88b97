import type { ComplaintStore } from '#shared/complaint/ports.ts';
import type { Finding } from '#shared/law/finding.ts';
import type { Regulator } from '#shared/law/rulebook.ts';
import type { DayReader } from '#shared/pages/day-reader.ts';
import type { PageDependencies } from '#shared/pages/page-dependencies.ts';
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
  /** Those that take a complaint about at least one of the violations. */
  readonly complaintRegulators: (findings: readonly Finding[]) => readonly Regulator[];
  readonly regulators: readonly Regulator[];
}

export type OwnPagesDependencies = PageDependencies & TakeDependencies & Own;
