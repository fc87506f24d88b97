import { type ListDay, parseListDate } from '../list-day.ts';

const date = /^(\d{4})([-/]?)(\d{2})\2(\d{2})(?:$|[T\s])/;

/**
 * The day of a time in a list: a date as 2026-11-01, 2026/11/01 or 20261101, whatever follows. Null where nothing is
 * written. `bad_day`: no such day, or later than the list (a day of grace for time zones).
 */
export function readEntryDay(
  value: string,
  { listDay, today }: { readonly listDay: ListDay | null; readonly today: ListDay },
): ListDay | null | 'bad_day' {
  if (value === '') {
    return null;
  }
  const [, year = '', , month = '', dayOfMonth = ''] = date.exec(value.slice(0, 32)) ?? [];
  const day = parseListDate(`${year}-${month}-${dayOfMonth}`);
  return day === null || day > (listDay ?? today) + 1 ? 'bad_day' : day;
}
