import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packCalls, unpackCalls } from '#shared/pages/call-logs/carried-calls.ts';
import { readRows, writeRows } from '#shared/pages/call-logs/row-ranges.ts';

test('rows are written as ranges and read back', () => {
  expect(writeRows([3, 1, 2, 9])).toBe('1-3.9');
  expect(writeRows([])).toBe('');
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 300 }), { maxLength: 80 }), (rows) => {
      expect(readRows(writeRows(rows), 80)).toEqual(rows.toSorted((a, b) => a - b));
    }),
    { numRuns: 200 },
  );
});

test.each([
  '0',
  '1-',
  '-1',
  '3-1',
  '2.1',
  '1.1',
  '1-3.3',
  'a',
  '1;2',
  ' 1',
  '1 ',
  '1e3',
  '1,5',
  '.',
  '9999999999',
  '١',
])('%j is not how rows are written', (text) => expect(readRows(text, 1000)).toBeNull());

test('a range is not larger than what is asked for', () => {
  expect(readRows('1-1000', 1000)).toHaveLength(1000);
  expect(readRows('1-1001', 1000)).toBeNull();
  expect(readRows('1-999999999', 200_000)).toBeNull();
  expect(readRows('1.'.repeat(30_000), 200_000)).toBeNull();
});

const call = (row: number, text = '') => ({
  row,
  report: { kind: 'text', sender: '22000', occurredAt: '2026-11-20T12:00:00Z', text } as const,
});

test('a form carries at most a hundred calls, and of long texts as many as it has room for', () => {
  const calls = Array.from({ length: 250 }, (_, at) => call(at + 1, 'You have won'));
  const packed = packCalls(calls);
  expect(packed.count).toBe(100);
  expect(packed.text.length).toBeLessThan(3000);
  expect(unpackCalls(packed.text)).toEqual(calls.slice(0, 100));
  let seed = 1;
  const letter = () => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return String.fromCharCode(0x900 + ((seed >>> 16) % 112));
  };
  const noisy = calls.map(({ row }) => call(row, Array.from({ length: 1600 }, letter).join('')));
  const some = packCalls(noisy);
  expect(some.count).toBeLessThan(100);
  expect(some.text.length).toBeLessThanOrEqual(40_000);
  expect(unpackCalls(some.text)).toEqual(noisy.slice(0, some.count));
});

test.each([
  ['nothing', ''],
  ['what is not packed', 'hello'],
  ['other characters', '<script>'],
  ['a list of nothing', packCalls([]).text],
])('%s is no calls', (_what, text) => expect(unpackCalls(text)).toBeNull());
