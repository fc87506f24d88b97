import type { Finding } from '#shared/law/finding.ts';
import type { Regulator } from '#shared/law/rulebook.ts';
import type { DayReader } from '#shared/pages/day-reader.ts';
import type { OwnReportDependencies } from '#shared/pages/own-report.ts';
import type { PageDependencies } from '#shared/pages/page-dependencies.ts';
import type { ViewDependencies } from '#shared/report/report-view.ts';

export interface VerdictDependencies extends PageDependencies, OwnReportDependencies, ViewDependencies {
  readonly days: DayReader;
  /** Those that take a complaint about at least one of the violations. */
  readonly complaintRegulators: (findings: readonly Finding[]) => readonly Regulator[];
}
