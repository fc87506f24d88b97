import { dayMilliseconds } from '#shared/runtime/day.ts';

/** Whole days since 1970-01-01, as pages store them (two bytes, so until 2149). Day 0 means "not listed". */
export type ListDay = number;

const lastDay: ListDay = 0xffff;

/** Reads a calendar date written exactly `YYYY-MM-DD`; null for anything else, also for 30 February. */
export function parseListDate(date: string): ListDay | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) {
    return null;
  }
  const time = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date) {
    return null;
  }
  const day = time / dayMilliseconds;
  return day >= 1 && day <= lastDay ? day : null;
}

export function formatListDay(day: ListDay): string {
  return new Date(day * dayMilliseconds).toISOString().slice(0, 10);
}

/** The day in UTC, by which the age of a list is measured. */
export function dayOf(time: Date): ListDay {
  return Math.floor(time.getTime() / dayMilliseconds);
}
