import { expect, test } from 'vitest';
import { readTime } from '#shared/intake/gateways/written-time.ts';

test.each([
  ['2026-11-21T09:28:39.220+0000', 'rfc3339', undefined, '2026-11-21T09:28:39.220Z'],
  ['2026-11-21T09:28:39Z', 'rfc3339', undefined, '2026-11-21T09:28:39.000Z'],
  ['2026-11-21T09:28:39-05:30', 'rfc3339', undefined, '2026-11-21T14:58:39.000Z'],
  ['1578787200', 'unix', undefined, '2020-01-12T00:00:00.000Z'],
  ['1578787200123', 'unix_ms', undefined, '2020-01-12T00:00:00.123Z'],
  ['2026-11-21 09:28:39', 'local', undefined, '2026-11-21T09:28:39.000Z'],
  ['2026-07-01 09:00:00', 'local', 'America/New_York', '2026-07-01T13:00:00.000Z'],
  ['2026-12-01T09:00:00', 'local', 'America/New_York', '2026-12-01T14:00:00.000Z'],
  ['2026-03-08 03:30:00', 'local', 'America/New_York', '2026-03-08T07:30:00.000Z'],
] as const)('%s (%s, %s) is %s', (written, format, zone, wanted) => {
  expect(readTime(written, format, zone)).toBe(wanted);
});

test.each([
  [undefined, 'rfc3339'],
  ['', 'rfc3339'],
  ['2026-13-45T09:28:39Z', 'rfc3339'],
  ['2026-11-21T09:28:39', 'rfc3339'],
  ['9'.repeat(41), 'unix'],
  ['-5', 'unix'],
  ['999999999999', 'unix'],
  ['999999999999999', 'unix_ms'],
  ['2026-02-31 99:00:00', 'local'],
  ['21.11.2026 09:28', 'local'],
] as const)('%s (%s) is no time', (written, format) => {
  expect(readTime(written, format)).toBe(null);
});
