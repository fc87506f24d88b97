import { localTime } from '#shared/law/time-zone.ts';

/**
 * Whether a date of law (`YYYY-MM-DD`) has passed, derived whenever it is read: due until 23:59:59 of its day, overdue
 * from 00:00:00 of the next, by the clock on the wall in the regulator's zone.
 */
export function isOverdue(dueOn: string | null, timeZone: string, now: Date): boolean {
  return dueOn !== null && localTime(timeZone, now.getTime()).date > dueOn;
}
