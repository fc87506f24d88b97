import { describe, expect, it } from 'vitest';
import { changePage, continuePage } from '#shared/registry/continue-page.ts';
import { DamagedPageError } from '#shared/registry/page-format.ts';
import { voiceCalls } from '#shared/registry/page-kinds.ts';
import { decodePage, findListedDay, readPage } from '#shared/registry/read-page.ts';
import { daysOf, pageName, range } from '#test/support/registry/pages.ts';
import { writeVersion1 } from '#test/support/registry/write-version-1.ts';

const list = Buffer.from('010100034e84000124b784130000008e9c3c1f', 'hex');
const bitmap = writeVersion1(daysOf([...range(0, 626, 20_100), [9999, 20_200]]), 20_100);

describe('a page of version 1', () => {
  it('with a sorted list is read', () => {
    expect([0, 142, 9999, 1, 9998].map((line) => findListedDay(list, line))).toEqual([
      20_100,
      20_100,
      20_131,
      null,
      null,
    ]);
    expect(Buffer.from(writeVersion1(decodePage(list), 20_100)).equals(list)).toBe(true);
  });

  it('with a bitmap is read', () => {
    expect(Buffer.from(bitmap.subarray(0, 8)).toString('hex')).toBe('010002734e840001');
    expect([0, 625, 626, 9999].map((line) => findListedDay(bitmap, line))).toEqual([20_100, 20_100, null, 20_200]);
    expect(decodePage(bitmap)).toEqual(daysOf([...range(0, 626, 20_100), [9999, 20_200]]));
  });

  it('tells neither its name nor kinds', () => {
    expect(readPage(list).name).toBeNull();
    expect(findListedDay(list, 0, { page: '1202555' })).toBe(20_100);
    expect(findListedDay(list, 0, { kind: voiceCalls })).toBeNull();
    expect(readPage(writeVersion1(daysOf([]), 0)).layers).toEqual([]);
  });

  it('is followed by one of version 2, which keeps its days', () => {
    const next = continuePage({ name: pageName, lines: [0, 9999, 5], listDay: 20_140, former: list }).page;
    expect(next[1]).toBe(2);
    expect(decodePage(next)).toEqual(
      daysOf([
        [0, 20_100],
        [5, 20_140],
        [9999, 20_131],
      ]),
    );
    const changed = changePage({
      name: pageName,
      changes: [{ line: 0, change: 'deleted' }],
      listDay: 20_140,
      former: list,
    }).page;
    expect(readPage(changed).name).toEqual(pageName);
    expect(decodePage(changed)).toEqual(
      daysOf([
        [142, 20_100],
        [9999, 20_131],
      ]),
    );
  });

  it.each(Array.from(list.keys()))('is refused with byte %i changed', (at) => {
    const damaged = Uint8Array.from(list);
    damaged[at] = (damaged[at] ?? 0) ^ 0x10;
    expect(() => findListedDay(damaged, 5)).toThrow(DamagedPageError);
    expect(() => decodePage(damaged)).toThrow(DamagedPageError);
  });

  it('is refused cut short, or longer', () => {
    for (const bytes of [list.subarray(0, -1), list.subarray(0, 5), Buffer.concat([list, Buffer.of(0)])]) {
      expect(() => findListedDay(bytes, 5)).toThrow(DamagedPageError);
    }
  });
});
