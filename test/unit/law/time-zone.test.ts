import { describe, expect, it } from 'vitest';
import { isTimeZone, localTime } from '#shared/law/time-zone.ts';

const clock = (hours: number, minutes = 0, seconds = 0) => ((hours * 60 + minutes) * 60 + seconds) * 1000;

describe('a time zone', () => {
  it.each(['America/New_York', 'Asia/Kolkata', 'UTC', 'US/Eastern', 'America/Indiana/Indianapolis', 'Etc/GMT+5'])(
    '%s is one',
    (text) => {
      expect(isTimeZone(text)).toBe(true);
    },
  );

  it.each(['', '+05:00', 'Mars/Olympus', 'America', 'America/New York', '__proto__', 'Europe/Berlin\u0000', '../etc'])(
    '%j is none',
    (text) => {
      expect(isTimeZone(text)).toBe(false);
    },
  );
});

describe('the clock on the wall', () => {
  it.each([
    // Clocks go forward at 2 am on 8 March 2026, back at 2 am on 1 November 2026.
    ['2026-03-08T06:59:59Z', 'America/New_York', '2026-03-08', clock(1, 59, 59)],
    ['2026-03-08T07:00:00Z', 'America/New_York', '2026-03-08', clock(3)],
    ['2026-11-01T05:30:00Z', 'America/New_York', '2026-11-01', clock(1, 30)],
    ['2026-11-01T06:30:00Z', 'America/New_York', '2026-11-01', clock(1, 30)],
    ['2026-07-01T04:00:00Z', 'America/New_York', '2026-07-01', 0],
    ['2026-07-01T16:00:00Z', 'America/Phoenix', '2026-07-01', clock(9)],
    ['2026-11-20T23:30:00Z', 'Pacific/Guam', '2026-11-21', clock(9, 30)],
    ['2026-11-20T18:30:00Z', 'Asia/Kolkata', '2026-11-21', 0],
  ])('at %s in %s: %s', (instant, zone, date, expected) => {
    expect(localTime(zone, Date.parse(instant))).toEqual({ date, clock: expected });
  });
});
