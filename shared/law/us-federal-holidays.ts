import { dateOfDay, weekdayOf } from './calendar.ts';

/*
 * 5 USC 6103, by rule. Left out: Inauguration Day, kept in and around Washington only, and days off that a President
 * gives by order.
 */

/** Month and day, and the first year in which it was one. */
const fixed = [
  ['01-01', 0],
  ['06-19', 2021],
  ['07-04', 0],
  ['11-11', 0],
  ['12-25', 0],
] as const;

/** Month, weekday (1 is Monday), and which one of the month. */
const moving = [
  ['01', 1, 3],
  ['02', 1, 3],
  ['09', 1, 1],
  ['10', 1, 2],
  ['11', 4, 4],
] as const;

/** Whether a working day (see calendar.ts) is one on which federal holidays are kept: of a Saturday the Friday, of a Sunday the Monday. */
export function isUsFederalHoliday(day: number): boolean {
  const weekday = weekdayOf(day);
  if (weekday > 5) {
    return false;
  }
  const kept = [day, ...(weekday === 1 ? [day - 1] : []), ...(weekday === 5 ? [day + 1] : [])];
  return kept.some(isFixed) || isMoving(dateOfDay(day), weekday);
}

function isFixed(day: number): boolean {
  const date = dateOfDay(day);
  return fixed.some(([monthAndDay, from]) => date.slice(5) === monthAndDay && Number(date.slice(0, 4)) >= from);
}

function isMoving(date: string, weekday: number): boolean {
  const month = date.slice(5, 7);
  const dayOfMonth = Number(date.slice(8));
  const lastMondayOfMay = month === '05' && weekday === 1 && dayOfMonth > 24;
  return (
    lastMondayOfMay ||
    moving.some(([inMonth, on, which]) => month === inMonth && weekday === on && Math.ceil(dayOfMonth / 7) === which)
  );
}
