import type { OfferedCall } from '#shared/intake/call-logs/offered-call.ts';
import { fromStranger } from '#shared/pages/call-logs/choice.ts';

/** Calls and texts of one party, the latest first. */
export interface CallGroup {
  /** As the log shows it. */
  readonly sender: string;
  /** From a stranger; groups of the others hold contacts and what the person dialled or wrote. */
  readonly stranger: boolean;
  readonly calls: readonly OfferedCall[];
}

/** A page of the list. A group that is longer than a page goes on on the next. */
export interface ListPage {
  readonly groups: readonly CallGroup[];
  readonly number: number;
  readonly pages: number;
}

/** A hundred ticks and no other field would be all that a form of ours may hold. */
const mostOnPage = 60;

/** Strangers first, and whoever called last on top: what people look for is recent. */
export function groupCalls(calls: readonly OfferedCall[]): readonly CallGroup[] {
  const groups = new Map<string, { sender: string; stranger: boolean; latest: number; calls: OfferedCall[] }>();
  for (const call of calls) {
    const { sender = '' } = call.report;
    const stranger = fromStranger(call);
    const key = `${stranger} ${sender.replaceAll(/[\s().-]/g, '')}`;
    const group = groups.get(key) ?? { sender, stranger, latest: 0, calls: [] };
    group.latest = Math.max(group.latest, timeOf(call));
    group.calls.push(call);
    groups.set(key, group);
  }
  return [...groups.values()]
    .sort((a, b) => Number(b.stranger) - Number(a.stranger) || b.latest - a.latest)
    .map(({ sender, stranger, calls: own }) => ({
      sender,
      stranger,
      calls: own.sort((a, b) => timeOf(b) - timeOf(a)),
    }));
}

/** Page `number` of the list, or the one that is nearest to it. */
export function listPage(groups: readonly CallGroup[], number: number): ListPage {
  const pages: CallGroup[][] = [[]];
  let room = mostOnPage;
  for (const group of groups) {
    // A group that fits on a page is not cut.
    if (group.calls.length > room && room < mostOnPage && group.calls.length <= mostOnPage) {
      pages.push([]);
      room = mostOnPage;
    }
    for (let from = 0; from < group.calls.length; ) {
      if (room === 0) {
        pages.push([]);
        room = mostOnPage;
      }
      const calls = group.calls.slice(from, from + room);
      pages.at(-1)?.push({ ...group, calls });
      from += calls.length;
      room -= calls.length;
    }
  }
  const at = Math.min(Math.max(1, number), pages.length);
  return { groups: pages[at - 1] ?? [], number: at, pages: pages.length };
}

/** For the order only: the clock on a wall counts as if it were UTC. */
function timeOf({ report: { occurredAt } }: OfferedCall): number {
  const wall = occurredAt.length === 'YYYY-MM-DDThh:mm:ss'.length;
  return Date.parse(wall ? `${occurredAt}Z` : occurredAt) || 0;
}
