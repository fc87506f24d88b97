import { type ListedDays, noListedDays } from '#shared/registry/page-format.ts';
import { everyContact } from '#shared/registry/page-kinds.ts';
import { encodePage, type PageLimits } from '#shared/registry/write-page.ts';

export const pageName = { callingCode: '1', page: '1413555' };

export function daysOf(entries: Iterable<readonly [line: number, day: number]>): ListedDays {
  const days = noListedDays();
  for (const [line, day] of entries) {
    days[line] = day;
  }
  return days;
}

/** Lines from `from` to below `to`, every `step`th, all with one day. */
export function range(from: number, to: number, day: number, step = 1): (readonly [number, number])[] {
  return Array.from({ length: Math.ceil((to - from) / step) }, (_, index) => [from + index * step, day] as const);
}

/** A page with one layer, of numbers +1 413 555 xxxx. */
export function onePage(days: ListedDays, limits: PageLimits) {
  return encodePage(pageName, { layers: [{ kind: everyContact, days }] }, limits);
}
