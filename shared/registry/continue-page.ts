import type { ListDay } from './list-day.ts';
import { type ListedDays, noListedDays } from './page-format.ts';
import { everyContact, type ListKind } from './page-kinds.ts';
import type { PageName } from './page-name.ts';
import { readPage } from './read-page.ts';
import { type EncodedPage, encodePage } from './write-page.ts';

/**
 * Registrations told with their own day reach back this far: a call of the last year and the longest waiting period
 * (90 days) before it stay decidable to the day. Earlier ones share one "no later than" day a page.
 */
export const windowDays = 455;

/** Leaves room in 2,048 bytes, two write units, for the item's key and attribute names. */
export const maxPageBytes = 1_940;

interface NextPage {
  readonly name: PageName;
  readonly kind?: ListKind;
  readonly listDay: ListDay;
  /** What is held, of either version; what it tells of other kinds stays. */
  readonly former: Uint8Array | null;
}

/**
 * The page of a newer full list that carries no dates. A line that the former list carried keeps the day it was first
 * seen; any other was first seen on this list. A line that has been away starts again.
 */
export function continuePage(next: NextPage & { readonly lines: Iterable<number> }): EncodedPage {
  return follow(next, (seen) => {
    const days = noListedDays();
    for (const line of next.lines) {
      const first = seen[line] ?? 0;
      days[line] = first === 0 ? next.listDay : first;
    }
    return days;
  });
}

export interface LineChange {
  readonly line: number;
  readonly change: 'added' | 'deleted';
}

/**
 * The page after a change list, in its order: to add a line that is listed changes nothing, a line deleted and added
 * again starts again. A page may end without lines.
 */
export function changePage(next: NextPage & { readonly changes: Iterable<LineChange> }): EncodedPage {
  return follow(next, (seen) => {
    for (const { line, change } of next.changes) {
      const first = seen[line] ?? 0;
      seen[line] = change === 'deleted' ? 0 : first === 0 ? next.listDay : first;
    }
    return seen;
  });
}

function follow(
  { name, kind = everyContact, listDay, former }: NextPage,
  change: (seen: ListedDays) => ListedDays,
): EncodedPage {
  const held = former === null ? [] : readPage(former).layers;
  const days = change(held.find((layer) => layer.kind === kind)?.days ?? noListedDays());
  const layers = [...held.filter((layer) => layer.kind !== kind), { kind, days }];
  return encodePage(name, { layers }, { windowStart: listDay - windowDays, maxBytes: maxPageBytes });
}
