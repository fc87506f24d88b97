import type { ListDay } from './list-day.ts';
import { noListedDays } from './page-format.ts';
import { decodePage } from './read-page.ts';
import { type EncodedPage, encodePage } from './write-page.ts';

/**
 * Registrations told with their own day reach back this far: a call of the last year and the longest waiting period
 * (90 days) before it stay decidable to the day. Earlier ones share one "no later than" day a page.
 */
export const windowDays = 455;

/** Leaves room in 2,048 bytes, two write units, for the item's key and attribute names. */
export const maxPageBytes = 1_940;

/**
 * The page of a newer full list that carries no dates. A line that the former list carried keeps the day it was first
 * seen; any other was first seen on this list. A line that has been away starts again.
 */
export function continuePage(lines: Iterable<number>, listDay: ListDay, former: Uint8Array | null): EncodedPage {
  const seen = former === null ? null : decodePage(former);
  const days = noListedDays();
  for (const line of lines) {
    const first = seen?.[line] ?? 0;
    days[line] = first === 0 ? listDay : first;
  }
  return encodePage(days, { windowStart: listDay - windowDays, maxBytes: maxPageBytes });
}
