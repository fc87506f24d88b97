import { describe, expect, it } from 'vitest';
import { changePage, continuePage, maxPageBytes, windowDays } from '#shared/registry/continue-page.ts';
import { DamagedPageError, type ListedDays } from '#shared/registry/page-format.ts';
import { everyContact, faxes, indianCategory, textMessages, voiceCalls } from '#shared/registry/page-kinds.ts';
import { decodePage, findInCheckedPage, findListedDay, readPage } from '#shared/registry/read-page.ts';
import { encodePage } from '#shared/registry/write-page.ts';
import { daysOf, onePage, pageName, range } from '#test/support/registry/pages.ts';

const limits = { windowStart: 20_000, maxBytes: 1_940 };
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

describe('the bytes of a page', () => {
  it('are magic, version, name, layers and checksum', () => {
    const { page } = onePage(daysOf([[0, 20_100]]), limits);
    expect(hex(page.subarray(0, 8))).toBe(`5202${(2n ** 37n + 1413555n).toString(16).padStart(10, '0')}01`);
    expect(hex(page.subarray(8, 20))).toBe('008000014e84000000010000');
    expect(page.length).toBe(8 + 12 + 1 + 4);
  });

  it('take gaps for few lines and blocks for many', () => {
    const forms = (count: number) => (onePage(daysOf(range(0, count * 30, 20_100, 30)), limits).page[9] ?? 0) >>> 7;
    expect([1, 100, 255, 256, 300].map(forms)).toEqual([1, 1, 1, 0, 0]);
  });

  it('are few for a full page, and for a page of the common kind fewer than a write unit takes', () => {
    expect(onePage(daysOf(range(0, 10_000, 20_100)), limits).page.length).toBe(24);
    const every = onePage(daysOf([...range(0, 8000, 20_100, 5), ...range(1, 8000, 20_200, 150)]), limits).page;
    expect(every.length).toBeLessThan(1000);
  });

  it('number the choice of half of a block with 97 bits', () => {
    for (const lines of [range(0, 50, 1), range(50, 100, 1), range(0, 100, 1, 2), range(1, 100, 1, 2)]) {
      const days = daysOf([...lines, ...range(100, 10_000, 1, 2)]);
      expect(decodePage(onePage(days, limits).page)).toEqual(days);
    }
  });
});

describe('the name of a page', () => {
  const days = daysOf([[142, 20_100]]);
  const write = (callingCode: string, page: string) =>
    encodePage({ callingCode, page }, { layers: [{ kind: everyContact, days }] }, limits).page;

  it.each([
    ['Canada', '1', '1416555'],
    ['United Kingdom', '44', '44770090'],
    ['Australia', '61', '6149157'],
    ['India', '91', '91999955'],
    ['Singapore', '65', '658123'],
    ['France', '33', '3363998'],
    ['Germany, a short number', '49', '493023'],
    ['Germany, a long one', '49', '491512345678'.slice(0, 11)],
    ['Russia', '7', '7910123'],
    ['the longest there are', '998', '99812345678'],
    ['the shortest', '290', '2902'],
  ])('of %s says calling code and length', (_, callingCode, page) => {
    expect(readPage(write(callingCode, page)).name).toEqual({ callingCode, page });
    expect(findListedDay(write(callingCode, page), 142, { page })).toBe(20_100);
  });

  it.each([
    ['', '1413555'],
    ['1', '2413555'],
    ['0', '0413555'],
    ['1234', '1234555'],
    ['1', '141'],
    ['1', '141355501420'],
    ['1', '1413x55'],
  ])('cannot be %s in %s', (callingCode, page) => {
    expect(() => write(callingCode, page)).toThrow(RangeError);
  });

  it('keeps the page of other numbers from answering', () => {
    const page = write('1', '1413555');
    expect(() => findListedDay(page, 142, { page: '1413556' })).toThrow(DamagedPageError);
    expect(() => findListedDay(page, 142, { page: '141355' })).toThrow(DamagedPageError);
  });
});

describe('days', () => {
  it('are one for all when all were first seen together', () => {
    const { page, blurred } = onePage(daysOf(range(0, 10_000, 20_100)), limits);
    expect(blurred).toBe(0);
    expect(findListedDay(page, 0)).toBe(20_100);
    expect(findListedDay(page, 9999)).toBe(20_100);
  });

  it('before the window are joined under the latest of them', () => {
    const { page } = onePage(
      daysOf([
        [1, 15_000],
        [2, 19_999],
        [3, 20_000],
        [4, 20_001],
      ]),
      limits,
    );
    expect([1, 2, 3, 4].map((line) => findListedDay(page, line))).toEqual([20_000, 20_000, 20_000, 20_001]);
  });

  it('are kept apart however long ago the former list was', () => {
    const { page } = onePage(
      daysOf([
        [1, 1],
        [2, 65_535],
      ]),
      limits,
    );
    expect(findListedDay(page, 1)).toBe(1);
    expect(findListedDay(page, 2)).toBe(65_535);
  });

  it('stand in a table where few lists brought many lines', () => {
    const twoLists = daysOf([
      ...range(0, 5000, 19_000, 3),
      ...range(1, 5000, 20_100, 15),
      ...range(2, 5000, 20_400, 15),
    ]);
    const { page } = onePage(twoLists, limits);
    expect((page[9] ?? 0) & 0x20).toBe(0x20);
    expect(decodePage(page)).toEqual(twoLists);
    const everyDay = daysOf([
      ...range(0, 5000, 19_000, 3),
      ...range(1, 500, 0, 15).map(([at]) => [at, 20_001 + at] as const),
    ]);
    expect((onePage(everyDay, limits).page[9] ?? 0) & 0x20).toBe(0);
    expect(decodePage(onePage(everyDay, limits).page)).toEqual(everyDay);
  });

  it('are told later, never earlier, for lines that would make the page too large', () => {
    const days = daysOf([...range(0, 5000, 20_100), ...range(5000, 9800, 20_200), ...range(9800, 10_000, 20_300)]);
    const tight = { ...limits, maxBytes: 100 };
    const { page, blurred } = onePage(days, tight);
    expect(page.length).toBeLessThanOrEqual(100);
    expect(blurred).toBe(5000);
    expect(findListedDay(page, 0)).toBe(20_200);
    expect(findListedDay(page, 9999)).toBe(20_300);
    expect(() => onePage(days, { ...limits, maxBytes: 23 })).toThrow(RangeError);
  });
});

describe('kinds of contact', () => {
  const layers = [
    { kind: textMessages, days: daysOf(range(0, 3000, 20_200, 3)) },
    { kind: voiceCalls, days: daysOf([...range(0, 3000, 20_100), [9999, 20_300]]) },
    { kind: faxes, days: daysOf([]) },
    { kind: indianCategory(7), days: daysOf([[5, 20_001]]) },
  ];
  const { page } = encodePage({ callingCode: '65', page: '658123' }, { layers }, limits);

  it('answer each for itself from one page', () => {
    const answers = (line: number) =>
      [everyContact, voiceCalls, textMessages, faxes, indianCategory(7)].map((kind) =>
        findListedDay(page, line, { kind }),
      );
    expect(answers(3)).toEqual([null, 20_100, 20_200, null, null]);
    expect(answers(5)).toEqual([null, 20_100, null, null, 20_001]);
    expect(answers(9999)).toEqual([null, 20_300, null, null, null]);
    const view = new DataView(page.buffer, page.byteOffset, page.byteLength);
    expect(findInCheckedPage(view, 0, indianCategory(7), 5)).toBe(20_001);
    expect(findInCheckedPage(view, 0, faxes, 5)).toBe(0);
  });

  it('are in the order of their codes, whatever order they came in, without empty ones', () => {
    expect(readPage(page).layers.map(({ kind }) => kind)).toEqual([1, 2, 39]);
    const other = encodePage({ callingCode: '65', page: '658123' }, { layers: layers.toReversed() }, limits);
    expect(hex(other.page)).toBe(hex(page));
    expect(() => indianCategory(8)).toThrow(RangeError);
  });

  it('stay when another kind has a newer list or changes', () => {
    const name = { callingCode: '65', page: '658123' };
    const next = continuePage({ name, kind: textMessages, lines: [1], listDay: 20_400, former: page }).page;
    expect(decodePage(next, voiceCalls)).toEqual(layers[1]?.days);
    expect(decodePage(next, textMessages)).toEqual(daysOf([[1, 20_400]]));
    const gone = changePage({
      name,
      kind: textMessages,
      changes: [{ line: 1, change: 'deleted' }],
      listDay: 20_401,
      former: next,
    }).page;
    expect(readPage(gone).layers.map(({ kind }) => kind)).toEqual([1, 39]);
  });

  it('give way where most days are, if not all fit', () => {
    const many = (seed: number): ListedDays =>
      daysOf(range(0, 10_000, 0).map(([line]) => [line, 20_001 + ((line * seed) % 400)] as const));
    const { page: full, blurred } = encodePage(
      pageName,
      {
        layers: [
          { kind: voiceCalls, days: many(7) },
          { kind: textMessages, days: daysOf(range(0, 1000, 20_005, 10).map(([at, day]) => [at, day + at] as const)) },
        ],
      },
      { windowStart: 20_000, maxBytes: maxPageBytes },
    );
    expect(full.length).toBeLessThanOrEqual(maxPageBytes);
    expect(blurred).toBeGreaterThan(5000);
    expect(findListedDay(full, 990, { kind: textMessages })).toBe(20_995);
  });
});

describe('a change list', () => {
  const change = (former: Uint8Array | null, listDay: number, ...changes: [number, 'added' | 'deleted'][]) =>
    changePage({
      name: pageName,
      listDay,
      former,
      changes: changes.map(([line, each]) => ({ line, change: each })),
    }).page;

  it('adds, deletes, lets be what it repeats, and starts again what comes back', () => {
    const first = change(null, 20_500, [1, 'added'], [2, 'added'], [3, 'deleted'], [1, 'added']);
    expect(decodePage(first)).toEqual(daysOf([...range(1, 3, 20_500)]));
    const second = change(first, 20_501, [1, 'added'], [2, 'deleted'], [2, 'added'], [4, 'added'], [4, 'deleted']);
    expect(decodePage(second)).toEqual(
      daysOf([
        [1, 20_500],
        [2, 20_501],
      ]),
    );
    const third = change(second, 20_502, [1, 'deleted'], [2, 'deleted']);
    expect(readPage(third)).toEqual({ name: pageName, layers: [] });
    expect(hex(third)).toBe(hex(change(null, 20_999)));
  });

  it('moves what leaves the window under the common day, every thirty days', () => {
    const first = change(null, 20_000, [1, 'added']);
    const second = change(first, 20_001, [2, 'added']);
    const days = (page: Uint8Array) => [1, 2, 3].map((line) => findListedDay(page, line));
    // 20,010 is a multiple of thirty.
    const [before, step] = [20_009 + windowDays, 20_010 + windowDays];
    expect(days(change(second, before, [3, 'added']))).toEqual([20_000, 20_001, before]);
    expect(days(change(second, step, [3, 'added']))).toEqual([20_001, 20_001, step]);
  });
});

describe('a page that cannot be read', () => {
  const { page } = onePage(
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
