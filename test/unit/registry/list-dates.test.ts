import { describe, expect, it } from 'vitest';
import { dateBefore, readFileName } from '#shared/registry/formats/list-date.ts';
import { formatListDay, parseListDate } from '#shared/registry/list-day.ts';

const hash = '0123456789abcdef0123456789abcdef';
const today = 20_777; // 2026-11-20

describe('a list date', () => {
  it('is read strictly and written back the same', () => {
    expect(formatListDay(today)).toBe('2026-11-20');
    expect(parseListDate('2026-11-20')).toBe(today);
    for (const wrong of [
      '2026-02-30',
      '2026-2-3',
      '20261120',
      '2026-11-20T00:00:00Z',
      '',
      '1969-12-31',
      '1970-01-01',
      '9999-12-31',
    ]) {
      expect(parseListDate(wrong), wrong).toBeNull();
    }
  });

  it.each([
    [`2026-3-1_413_${hash}.txt`, '2026-03-01', '413'],
    [`2026-11-20_413_${hash}.txt.gz`, '2026-11-20', '413'],
    [`2026-11-20_all_${hash}.TXT`, '2026-11-20', null],
    [`2026-11-20_MA_${hash}.xml.zip`, '2026-11-20', null],
  ])('is in the file name %s', (name, date, areaCode) => {
    expect(readFileName(name)).toEqual({ listDay: parseListDate(date), areaCode });
  });

  it.each(['list.txt', `2026-3-1_413_${hash}`, `x2026-3-1_413_${hash}.txt`])('is not in the file name %s', (name) =>
    expect(readFileName(name)).toBeNull(),
  );

  it.each([`2026-13-1_413_${hash}.txt`, `2026-2-30_413_${hash}.txt`])('was never: %s', (name) =>
    expect(() => readFileName(name)).toThrow(/is not a date/),
  );

  it('is the operator’s word before the file name, and never in the future', () => {
    const named = readFileName(`2026-3-1_413_${hash}.txt`);
    expect(dateBefore(undefined, named, today)).toMatchObject({ from: 'file name' });
    expect(dateBefore('2026-11-20', named, today)).toEqual({ listDay: today, from: 'operator' });
    expect(dateBefore(undefined, null, today)).toBeNull();
    for (const [stated, name, message] of [
      ['2026-11-21', named, /future/],
      ['yesterday', named, /not a date/],
      [undefined, { listDay: today + 1, areaCode: null }, /future/],
    ] as const) {
      expect(() => dateBefore(stated, name, today)).toThrow(message);
    }
  });
});
