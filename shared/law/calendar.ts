/** Calendar arithmetic on day numbers: whole days since 1970-01-01. No clock times, so no time zones. */

const dayMilliseconds = 86_400_000;

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

/** Monday to Friday. Public holidays are not taken out: each would only push the end of the period later by a day. */
export function addBusinessDays(day: number, count: number): number {
  let result = day;
  for (let left = count; left > 0; ) {
    result += 1;
    // 1970-01-01 was a Thursday: day 2 a Saturday, day 3 a Sunday.
    const weekday = ((result % 7) + 7) % 7;
    if (weekday !== 2 && weekday !== 3) {
      left -= 1;
    }
  }
  return result;
}
