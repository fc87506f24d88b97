import { describe, expect, it } from 'vitest';
import { addBusinessDays, addMonths, dateOfDay, dayNumber } from '#shared/law/calendar.ts';

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
});
