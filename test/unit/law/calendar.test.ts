import { describe, expect, it } from 'vitest';
import { addBusinessDays, addMonths, dateOfDay, dayNumber } from '#shared/law/calendar.ts';
import { isUsFederalHoliday } from '#shared/law/us-federal-holidays.ts';

describe('months', () => {
  it.each([
    ['2026-01-15', 18, '2027-07-15'],
    ['2026-08-31', 3, '2026-11-30'],
    ['2023-11-30', 3, '2024-02-29'],
    ['2026-12-31', 12, '2027-12-31'],
  ])('%s and %i months is %s', (date, months, expected) => {
    expect(dateOfDay(addMonths(dayNumber(date), months))).toBe(expected);
  });
});

describe('business days are Monday to Friday', () => {
  it.each([
    ['2026-11-20', 1, '2026-11-23'], // a Friday
    ['2026-11-21', 1, '2026-11-23'],
    ['2026-11-16', 5, '2026-11-23'],
    ['2026-10-01', 10, '2026-10-15'],
    ['2026-11-20', 0, '2026-11-20'],
  ])('%s and %i business days is %s', (date, days, expected) => {
    expect(dateOfDay(addBusinessDays(dayNumber(date), days))).toBe(expected);
  });

  it.each([
    ['2026-11-05', 10, '2026-11-20'], // over Veterans Day, a Wednesday
    ['2026-06-29', 10, '2026-07-14'], // Independence Day on a Saturday, kept on Friday the 3rd
    ['2025-12-23', 10, '2026-01-08'], // Christmas and New Year
    ['2021-12-30', 1, '2022-01-03'], // New Year's Day 2022 on a Saturday, kept on the last day of 2021
    ['0001-01-01', 10, '0001-01-16'],
  ])('less holidays: %s and %i business days is %s', (date, days, expected) => {
    expect(dateOfDay(addBusinessDays(dayNumber(date), days, isUsFederalHoliday))).toBe(expected);
  });
});

describe('federal holidays of the United States', () => {
  const holidaysOf = (year: number) => {
    const first = dayNumber(`${year}-01-01`);
    return Array.from({ length: dayNumber(`${year + 1}-01-01`) - first }, (_, day) => first + day)
      .filter(isUsFederalHoliday)
      .map((day) => dateOfDay(day).slice(5));
  };

  // The days on which federal offices were or will be closed, as the Office of Personnel Management lists them.
  it.each([
    [2020, '01-01 01-20 02-17 05-25 07-03 09-07 10-12 11-11 11-26 12-25'],
    [2021, '01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31'],
    [2022, '01-17 02-21 05-30 06-20 07-04 09-05 10-10 11-11 11-24 12-26'],
    [2023, '01-02 01-16 02-20 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25'],
    [2025, '01-01 01-20 02-17 05-26 06-19 07-04 09-01 10-13 11-11 11-27 12-25'],
    [2026, '01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25'],
    [2027, '01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31'],
  ])('of %i are kept on %s', (year, expected) => {
    expect(holidaysOf(year)).toEqual(expected.split(' '));
  });
});
