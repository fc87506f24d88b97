import type { Complaint } from '#shared/complaint/complaint.ts';
import { complaintIdOf } from '#shared/complaint/complaint-id.ts';
import type { Messages } from '#shared/pages/messages/messages.ts';
import type { Report } from '#shared/report/report.ts';
import type { OwnPagesDependencies } from './dependencies.ts';

export interface Happened {
  /** RFC 3339. */
  readonly at: string;
  readonly event: keyof Messages['events'];
  /** Of a complaint's event. */
  readonly regulator: string | null;
  /** The regulator's own words. */
  readonly note: string | null;
  /** The day until which the regulator takes its time. */
  readonly until: string | null;
}

/** The complaints of a report with their histories. */
export async function complaintsOf({ id }: Report, deps: OwnPagesDependencies): Promise<readonly Complaint[]> {
  const ids = deps.regulators.map((regulator) => complaintIdOf(deps.complaintHash, id, regulator.id));
  const found = await deps.complaintStore.getAll(ids);
  return found.filter((stored) => stored.kind === 'complaint');
}

/** Everything that happened, oldest first. Without the regulators' fetching what they have already. */
export function storyOf(report: Report, complaints: readonly Complaint[]): readonly Happened[] {
  const own: Happened[] = [{ at: report.reportedAt, event: 'reported', regulator: null, note: null, until: null }];
  if (report.revision > 1) {
    own.push({
      at: report.updatedAt,
      event: report.content === null ? 'taken_back' : 'changed',
      regulator: null,
      note: null,
      until: null,
    });
  }
  const theirs = complaints.flatMap(({ history, regulator }) =>
    history.map(({ at, event, reference, reason, until }) => ({
      at,
      event,
      regulator,
      note:
        [reference, event === 'withdrawn' ? undefined : reason].filter((part) => part !== undefined).join(', ') || null,
      until: until ?? null,
    })),
  );
  return [...own, ...theirs].sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
}
