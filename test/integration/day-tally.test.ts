import { describe, expect, test } from 'vitest';
import type { DayTally } from '#shared/report/allowance/ports.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import { createDayTally } from '#shared/storage/day-tally.ts';
import { documentClient } from '#shared/storage/document-client.ts';
import { memoryTally } from '#test/support/allowance/memory-tally.ts';
import { meterCapacity } from '#test/support/capacity-meter.ts';
import { createTables, engineClient } from '#test/support/tables.ts';

const client = engineClient();
const meter = meterCapacity(client);
const { Conversations } = await createTables(client, 'Conversations');
const stored: DayTally = createDayTally(documentClient(client), Conversations, keyedHash('a secret', 'day-tally'));

describe.each([
  ['in memory', memoryTally()],
  ['in DynamoDB', stored],
])('the tally %s', (_, tally) => {
  test('adds up by reporter and day', async () => {
    expect(await tally.add('reporter-1', '2026-11-21', 8)).toBe(8);
    expect(await tally.add('reporter-1', '2026-11-21', 8)).toBe(16);
    expect(await tally.add('reporter-2', '2026-11-21', 8)).toBe(8);
    expect(await tally.add('reporter-1', '2026-11-22', 8)).toBe(8);
  });

  test('loses nothing of what is added at once', async () => {
    const totals = await Promise.all(Array.from({ length: 20 }, () => tally.add('reporter-3', '2026-11-21', 8)));
    expect(totals.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_none, index) => (index + 1) * 8));
  });
});

test('an addition costs one write unit and no read; its item names nobody and is gone two days later', async () => {
  meter.reset();
  await stored.add('reporter-4', '2026-11-21', 8);
  expect(meter.total).toEqual({ read: 0, write: 1, requests: 1 });
  const [[key = ''] = []] = meter.keys;
  expect(key.replace(`${Conversations}|`, '')).toMatch(/^tally#[0-9a-f]{32}$/);
});
