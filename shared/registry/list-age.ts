import { formatListDay, parseListDate } from './list-day.ts';
import { findRegistry } from './registries.ts';

/**
 * The first day on which callers may no longer go by a list of this date, because it is older than the law allows; null
 * where the law does not say how old it may be. Dates are `YYYY-MM-DD`.
 */
export function staleFrom(registry: string, listDate: string): string | null {
  const most = findRegistry(registry)?.maxListAgeDays ?? null;
  const day = parseListDate(listDate);
  return most === null || day === null ? null : formatListDay(day + most + 1);
}
