import { describe, expect, test } from 'vitest';
import { parseSchedule } from '#infra/local/schedules/schedule-expression.ts';

const next = (expression: string, after: string) => {
  const at = parseSchedule(expression).next(Date.parse(after));
  return at === undefined ? undefined : new Date(at).toISOString();
};

describe('schedules', () => {
  test.each([
    ['rate(1 minute)', '2026-11-21T09:00:30Z', '2026-11-21T09:01:30.000Z'],
    ['rate(5 minutes)', '2026-11-21T09:00:00Z', '2026-11-21T09:05:00.000Z'],
    ['rate(1 day)', '2026-11-21T09:00:00Z', '2026-11-22T09:00:00.000Z'],
    ['cron(0 3 * * ? *)', '2026-11-21T09:00:00Z', '2026-11-22T03:00:00.000Z'],
    ['cron(0 3 * * ? *)', '2026-11-21T03:00:00Z', '2026-11-22T03:00:00.000Z'],
    ['cron(15 10 * * ? *)', '2026-11-21T10:14:59Z', '2026-11-21T10:15:00.000Z'],
    ['cron(0/15 * * * ? *)', '2026-11-21T10:16:00Z', '2026-11-21T10:30:00.000Z'],
    ['cron(0 18 ? * MON-FRI *)', '2026-11-21T00:00:00Z', '2026-11-23T18:00:00.000Z'],
    ['cron(0 8 1 * ? *)', '2026-11-21T00:00:00Z', '2026-12-01T08:00:00.000Z'],
    ['cron(0 0 L * ? *)', '2027-02-10T00:00:00Z', '2027-02-28T00:00:00.000Z'],
    ['cron(0 0 29 2 ? *)', '2026-11-21T00:00:00Z', '2028-02-29T00:00:00.000Z'],
    ['cron(0 9 ? * 2#1 *)', '2026-11-21T00:00:00Z', '2026-12-07T09:00:00.000Z'],
    ['cron(0 9 ? * 6L *)', '2026-11-01T00:00:00Z', '2026-11-27T09:00:00.000Z'],
    ['cron(0 9 15W * ? *)', '2026-11-01T00:00:00Z', '2026-11-16T09:00:00.000Z'],
    ['cron(0 9 1W * ? *)', '2026-07-31T10:00:00Z', '2026-08-03T09:00:00.000Z'],
    ['cron(5,35 14 * JAN,JUL ? *)', '2026-11-21T00:00:00Z', '2027-01-01T14:05:00.000Z'],
    ['cron(0 0 1 1 ? 2030)', '2026-11-21T00:00:00Z', '2030-01-01T00:00:00.000Z'],
    ['cron(0 0 1 1 ? 2020)', '2026-11-21T00:00:00Z', undefined],
    ['at(2026-11-21T10:00:00)', '2026-11-21T09:00:00Z', '2026-11-21T10:00:00.000Z'],
    ['at(2026-11-21T10:00:00)', '2026-11-21T10:00:00Z', undefined],
  ])('%s after %s', (expression, after, expected) => {
    expect(next(expression, after)).toBe(expected);
  });

  test.each(['rate(0 minutes)', 'rate(5 fortnights)', 'cron(* * * *)', 'cron(61 * * * ? *)', 'at(soon)', 'daily'])(
    '%s is refused by name',
    (expression) => {
      expect(() => parseSchedule(expression)).toThrow(expression);
    },
  );
});
