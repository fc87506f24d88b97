import { expect, test } from 'vitest';
import { readOccurred } from '#shared/report/occurred.ts';

const now = new Date('2026-11-21T12:00:00Z');

test.each([
  // an offset, a zone for the local date, or neither
  ['2026-11-20T20:41:00-05:00', undefined, '2026-11-21T01:41:00Z', true, null],
  ['2026-11-20T20:41:00-05:00', 'America/New_York', '2026-11-21T01:41:00Z', true, null],
  ['2026-11-20T20:41:00Z', undefined, '2026-11-20T20:41:00Z', true, null],
  ['2026-11-20T20:41', 'America/New_York', '2026-11-21T01:41:00Z', true, '2026-11-20'],
  ['2026-11-20T20:41:07.250', 'America/New_York', '2026-11-21T01:41:07Z', true, '2026-11-20'],
  // a date alone
  ['2026-11-20', undefined, '2026-11-20T00:00:00Z', false, '2026-11-20'],
  ['2024-02-29', undefined, '2024-02-29T00:00:00Z', false, '2024-02-29'],
  // clocks set back: the earlier of the two instants; clocks set forward: moved on
  ['2026-11-01T01:30:00', 'America/New_York', '2026-11-01T05:30:00Z', true, '2026-11-01'],
  ['2026-03-08T02:30:00', 'America/New_York', '2026-03-08T07:30:00Z', true, '2026-03-08'],
  ['2026-07-01T12:00:00', 'Asia/Kolkata', '2026-07-01T06:30:00Z', true, '2026-07-01'],
  // the edges of what is taken
  ['1990-01-01', undefined, '1990-01-01T00:00:00Z', false, '1990-01-01'],
  ['2026-11-22T12:00:00Z', undefined, '2026-11-22T12:00:00Z', true, null],
])('%s in %s is %s', (occurredAt, zone, at, timeKnown, localDate) => {
  expect(readOccurred(occurredAt, zone, now)).toEqual({ kind: 'occurred', occurred: { at, timeKnown }, localDate });
});

test.each([
  ['', undefined, '/occurredAt'],
  ['yesterday', undefined, '/occurredAt'],
  ['2026-02-30', undefined, '/occurredAt'],
  ['2026-13-01', undefined, '/occurredAt'],
  ['2026-11-20T24:00:00Z', undefined, '/occurredAt'],
  ['2026-11-20T10:61:00Z', undefined, '/occurredAt'],
  ['2026-11-20T10:00:00+99:00', undefined, '/occurredAt'],
  ['1989-12-31', undefined, '/occurredAt'],
  ['1926-11-20T10:00:00Z', undefined, '/occurredAt'],
  ['2026-11-22T12:00:01Z', undefined, '/occurredAt'],
  ['9999-12-31', undefined, '/occurredAt'],
  ['2026-11-20T10:00:00', undefined, '/timeZone'],
  ['2026-11-20T10:00:00', 'Mars/Olympus', '/timeZone'],
  ['2026-11-20', 'America/Nowhere', '/timeZone'],
  ['２０２６-11-20', undefined, '/occurredAt'],
])('%s in %s is refused at %s', (occurredAt, zone, pointer) => {
  expect(readOccurred(occurredAt, zone, now)).toMatchObject({ kind: 'refused', fault: { pointer } });
});
