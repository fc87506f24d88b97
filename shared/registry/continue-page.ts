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

/** A change list moves the window at most once in so many days, as all lines of a page then tell another day. */
const windowSteps = 30;

interface NextPage {
  readonly name: PageName;
  readonly listDay: ListDay;
  /** What is held, of either version; what it tells of other kinds stays. */
  readonly former: Uint8Array | null;
}

/** All lines listed under a kind. */
export interface KindLines {
  readonly kind: ListKind;
  readonly lines: Iterable<number>;
  /** The day that the list itself gives for a line, if it does. */
  readonly dayOf?: (line: number) => ListDay | null;
}

/** As continueKinds, for a list of one kind without dates. */
export function continuePage(
  next: NextPage & { readonly kind?: ListKind; readonly lines: Iterable<number> },
): EncodedPage {
  return continueKinds(next, [{ kind: next.kind ?? everyContact, lines: next.lines }]);
}

/**
 * The page of a newer full list. A line that the former list carried keeps the day it was first seen; any other was
 * first seen on this list; a day that the list itself gives goes before both. A line that has been away starts again.
 */
export function continueKinds(next: NextPage, kinds: readonly KindLines[]): EncodedPage {
  const content = open(next);
  for (const { kind, lines, dayOf } of kinds) {
    const seen = content.get(kind);
    const days = noListedDays();
    for (const line of lines) {
      days[line] = Math.min(dayOf?.(line) ?? (seen?.[line] || next.listDay), next.listDay);
    }
    content.set(kind, days);
  }
  return close(next, content, next.listDay - windowDays);
}

export interface LineChange {
  readonly line: number;
  readonly kind?: ListKind;
  readonly change: 'added' | 'deleted';
  /** Of an addition: the day that the list gives for it. */
  readonly day?: ListDay | null;
}

/**
 * The page after a change list, in its order: to add a line that is listed changes nothing, a line deleted and added
 * again starts again. A page may end without lines. Days of lines that the list does not name are told as before, but
 * where the page is full or a new step of the window begins.
 */
export function changePage(
  next: NextPage & { readonly kind?: ListKind; readonly changes: Iterable<LineChange> },
): EncodedPage {
  const content = open(next);
  for (const { line, kind = next.kind ?? everyContact, change, day } of next.changes) {
    const days = content.get(kind) ?? noListedDays();
    content.set(kind, days);
    if (change === 'deleted') {
      days[line] = 0;
    } else if (days[line] === 0) {
      days[line] = Math.min(day ?? next.listDay, next.listDay);
    }
  }
  const windowStart = next.listDay - windowDays;
  return close(next, content, windowStart - (windowStart % windowSteps));
}

function open({ former }: NextPage): Map<ListKind, ListedDays> {
  return new Map((former === null ? [] : readPage(former).layers).map(({ kind, days }) => [kind, days]));
}

function close({ name }: NextPage, content: ReadonlyMap<ListKind, ListedDays>, windowStart: ListDay): EncodedPage {
  const layers = [...content].map(([kind, days]) => ({ kind, days }));
  return encodePage(name, { layers }, { windowStart, maxBytes: maxPageBytes });
}
