import { describe, expect, it } from 'vitest';
import { DamagedPageError, noListedDays } from '#shared/registry/page-format.ts';
import { decodePage, findListedDay } from '#shared/registry/read-page.ts';
import { encodePage } from '#shared/registry/write-page.ts';

const limits = { windowStart: 20_000, maxBytes: 1_940 };
const daysOf = (entries: Iterable<readonly [number, number]>) => {
  const days = noListedDays();
  for (const [line, day] of entries) {
    days[line] = day;
  }
  return days;
};
const range = (from: number, to: number, day: number) =>
  Array.from({ length: to - from }, (_, index) => [from + index, day] as const);

describe('the bytes of a page', () => {
  it('writes few lines as a sorted list, those with a day of their own at the end', () => {
    const { page } = encodePage(
      daysOf([
        [0, 20_100],
        [142, 20_100],
        [9999, 20_131],
      ]),
      limits,
    );
    expect(Buffer.from(page).toString('hex')).toBe(
      '0101' + '0003' + '4e84' + '0001' + '24b78413' + '0000' + '008e' + '9c3c1f',
    );
  });

  it('writes many lines as a bitmap', () => {
    const { page } = encodePage(daysOf(range(0, 626, 20_100)), limits);
    expect(page.length).toBe(12 + 1250);
    expect(Buffer.from(page.subarray(0, 8)).toString('hex')).toBe('010002724e840000');
    expect(Buffer.from(page.subarray(12, 12 + 80)).toString('hex')).toBe(`${'ff'.repeat(78)}c000`);
  });

  it('takes the list while it is smaller, and the bitmap from 625 lines', () => {
    expect(encodePage(daysOf(range(0, 624, 20_100)), limits).page.length).toBe(12 + 1248);
    expect(encodePage(daysOf(range(0, 625, 20_100)), limits).page[1]).toBe(0);
  });
});

describe('days', () => {
  it('tells one day for all when all were first seen together', () => {
    const { page, blurred } = encodePage(daysOf(range(0, 10_000, 20_100)), limits);
    expect(page.length).toBe(1262);
    expect(blurred).toBe(0);
    expect(findListedDay(page, 0)).toBe(20_100);
    expect(findListedDay(page, 9999)).toBe(20_100);
  });

  it('joins what was first seen before the window under its latest day', () => {
    const { page } = encodePage(
      daysOf([
        [1, 15_000],
        [2, 19_999],
        [3, 20_001],
      ]),
      limits,
    );
    expect([1, 2, 3].map((line) => findListedDay(page, line))).toEqual([19_999, 19_999, 20_001]);
  });

  it('keeps the two apart however long ago the former list was', () => {
    const { page } = encodePage(
      daysOf([
        [1, 12_000],
        [2, 20_300],
      ]),
      limits,
    );
    expect(findListedDay(page, 1)).toBe(20_300 - 1023);
    expect(findListedDay(page, 2)).toBe(20_300);
  });

  it('tells a later day, never an earlier one, for lines that would make the page too large', () => {
    const days = daysOf([...range(0, 5000, 20_100), ...range(5000, 9800, 20_200), ...range(9800, 10_000, 20_300)]);
    const { page, blurred } = encodePage(days, limits);
    expect(page.length).toBeLessThanOrEqual(limits.maxBytes);
    expect(blurred).toBe(5000);
    expect(findListedDay(page, 0)).toBe(20_200);
    expect(findListedDay(page, 9999)).toBe(20_300);
  });
});

describe('a page that cannot be read', () => {
  const { page } = encodePage(
    daysOf([
      [0, 20_100],
      [9999, 20_131],
    ]),
    limits,
  );
  it.each(Array.from(page.keys()))('is refused with byte %i changed', (at) => {
    const damaged = Uint8Array.from(page);
    damaged[at] = (damaged[at] ?? 0) ^ 0x10;
    expect(() => findListedDay(damaged, 5)).toThrow(DamagedPageError);
    expect(() => decodePage(damaged)).toThrow(DamagedPageError);
  });

  it('is refused cut short, or longer, or empty', () => {
    for (const bytes of [page.subarray(0, -1), new Uint8Array(0), Buffer.concat([page, Buffer.of(0)])]) {
      expect(() => findListedDay(bytes, 5)).toThrow(DamagedPageError);
    }
  });
});
