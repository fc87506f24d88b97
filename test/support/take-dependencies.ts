import { randomBytes } from 'node:crypto';
import type { FollowReportDependencies } from '#functions/follow-report/handler.ts';
import { createIdentity } from '#shared/report/identity.ts';
import type { ReporterComplaint, SubjectSummary } from '#shared/report/ports.ts';
import type { Report } from '#shared/report/report.ts';
import { silentLog } from '#shared/runtime/log.ts';
import { fakeReportStore } from './fake-report-store.ts';

export const testNow = new Date('2026-11-21T12:00:00Z');

/** Everything the report functions need, in memory; any part can be replaced. */
export function takeDependencies(over: Partial<FollowReportDependencies> = {}): FollowReportDependencies & {
  readonly stored: () => readonly Report[];
} {
  const clock = over.clock ?? (() => testNow);
  const reports = fakeReportStore(clock);
  const nothingCounted = (id: string): SubjectSummary => ({
    id,
    reports: 0,
    reporters: 0,
    firstReported: null,
    lastReported: null,
  });
  return {
    identity: createIdentity('a secret for tests'),
    registry: { lookUp: async () => [] },
    subjects: {
      peek: async (id) => ({ summary: nothingCounted(id), priorContacts: [] }),
      readFor: async (report) => ({
        summary: nothingCounted(report.subjectId ?? ''),
        included: false,
        reporterCounted: false,
      }),
    },
    complaints: { complaintsOf: async () => [] },
    letters: { complaintOf: async (): Promise<ReporterComplaint | null> => null },
    country: 'US',
    reports,
    clock,
    random: randomBytes,
    retentionDays: 730,
    pause: async () => {},
    log: silentLog,
    stored: reports.all,
    ...over,
  };
}
