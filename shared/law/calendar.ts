import { dayMilliseconds } from '#shared/runtime/day.ts';

/** Calendar arithmetic on day numbers: whole days since 1970-01-01. No clock times, so no time zones. */

/** `date` is `YYYY-MM-DD`. */
export function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / dayMilliseconds;
}

export function dateOfDay(day: number): string {
  return new Date(day * dayMilliseconds).toISOString().slice(0, 10);
}

/** The same day of the month; the last day where the month is shorter. */
export function addMonths(day: number, months: number): number {
  const start = new Date(day * dayMilliseconds);
  const year = start.getUTCFullYear();
  const month = start.getUTCMonth() + months;
  const lastOfMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(start.getUTCDate(), lastOfMonth)) / dayMilliseconds;
}

/** 1 is Monday, 7 Sunday. */
export function weekdayOf(day: number): number {
  // 1970-01-01 was a Thursday.
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** Monday to Friday, less the holidays. */
export function addBusinessDays(day: number, count: number, isHoliday: (day: number) => boolean = () => false): number {
  let result = day;
  for (let left = count; left > 0; ) {
    result += 1;
    if (weekdayOf(result) <= 5 && !isHoliday(result)) {
      left -= 1;
    }
  }
  return result;
}
