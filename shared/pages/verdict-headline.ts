import type { ReportView } from '#shared/report/report-view-schema.ts';
import type { Words } from './messages/messages.ts';

/** The verdict on a report in one line. */
export function headlineOf(findings: ReportView['findings'], m: Words<'verdict'>): string {
  const count = (verdict: ReportView['findings'][number]['verdict']) =>
    findings.filter((finding) => finding.verdict === verdict).length;
  if (findings.length === 0) {
    return m.verdict.titleNoRules;
  }
  if (count('violation') > 0) {
    return m.verdict.titleViolations(count('violation'));
  }
  return count('undetermined') > 0 ? m.verdict.titleOpen : m.verdict.titleNone;
}
