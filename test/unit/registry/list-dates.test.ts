import { describe, expect, it } from 'vitest';
import { declareEntitlement } from '#shared/registry/entitlement.ts';
import { formatListDay, parseListDate } from '#shared/registry/list-day.ts';
import { chooseListDate, parseListFileName } from '#shared/registry/list-file-name.ts';
import { usNational } from '#shared/registry/registries.ts';

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
  ])('is in the file name %s', (name, date, areaCode) => {
    expect(parseListFileName(name)).toEqual({ listDay: parseListDate(date), areaCode });
  });

  it.each(['list.txt', `2026-13-1_413_${hash}.txt`, `2026-2-30_413_${hash}.txt`, `x2026-3-1_413_${hash}.txt`])(
    'is not in the file name %s',
    (name) => expect(parseListFileName(name)).toBeNull(),
  );

  it('is the operator’s word before the file name, and never in the future', () => {
    const named = parseListFileName(`2026-3-1_413_${hash}.txt`);
    expect(chooseListDate(undefined, named, today)).toMatchObject({ kind: 'dated', source: 'file name' });
    expect(chooseListDate('2026-11-20', named, today)).toEqual({ kind: 'dated', listDay: today, source: 'operator' });
    for (const [stated, name, message] of [
      ['2026-11-21', named, /future/],
      ['yesterday', named, /not a date/],
      [undefined, null, /--list-date/],
      [undefined, { listDay: today + 1, areaCode: null }, /future/],
    ] as const) {
      expect(chooseListDate(stated, name, today)).toMatchObject({
        kind: 'refused',
        message: expect.stringMatching(message),
      });
    }
  });
});

describe('who may hold the US list', () => {
  it('says so by subscription and basis, and is refused with the reason otherwise', () => {
    expect(declareEntitlement(usNational, { subscription: ' 1-23 ', basis: 'own telemarketing' })).toEqual({
      kind: 'entitled',
      entitlement: { subscription: '1-23', basis: 'own telemarketing' },
    });
    for (const declared of [
      { subscription: undefined, basis: 'own telemarketing' },
      { subscription: '1-23', basis: '  ' },
      { subscription: undefined, basis: undefined },
    ]) {
      expect(declareEntitlement(usNational, declared)).toMatchObject({
        kind: 'refused',
        message: expect.stringMatching(/47 USC 227\(c\)\(3\)\(K\).*16 CFR 310\.4.*Name --/),
      });
    }
  });
});
