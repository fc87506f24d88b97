import type { ReportStore } from '#shared/report/ports.ts';
import type { Report } from '#shared/report/report.ts';
import type { Clock } from '#shared/runtime/clock.ts';

/** Reports in memory; the contract test holds it to what the DynamoDB adapter does. */
export function fakeReportStore(clock: Clock): ReportStore & { readonly all: () => readonly Report[] } {
  const items = new Map<string, { readonly report: Report; readonly expiresAt: Date }>();
  const live = (id: string) => {
    const item = items.get(id);
    return item === undefined || item.expiresAt.getTime() < clock().getTime() ? undefined : item.report;
  };
  return {
    all: () => [...items.values()].map(({ report }) => report),
    async create(report, expiresAt) {
      const existing = live(report.id);
      if (existing !== undefined) {
        return { kind: 'exists', report: existing };
      }
      items.set(report.id, { report, expiresAt });
      return { kind: 'created' };
    },
    async get(id) {
      return live(id) ?? null;
    },
    async replace(report, expiresAt) {
      if (items.get(report.id)?.report.revision !== report.revision - 1) {
        return { kind: 'conflict' };
      }
      items.set(report.id, { report, expiresAt });
      return { kind: 'replaced' };
    },
  };
}
