import { beforeEach, describe, expect, test } from 'vitest';
import type { Part, PartSet } from '#shared/intake/parts/part-set.ts';
import type { DueParts, PartStore } from '#shared/intake/parts/ports.ts';

const at = (minutes: number, seconds = 0) => new Date(Date.UTC(2026, 10, 20, 9, minutes, seconds));
const longAgo = at(-60);

function aPart(number: number, changes: Partial<Part> = {}): Part {
  return { mark: `mark${number}`, text: `text ${number}`, receivedAt: '2026-11-20T09:00:00Z', media: 0, ...changes };
}

function aSet(changes: Partial<PartSet> = {}): PartSet {
  return {
    key: '00112233445566778899aabbccddeeff',
    id: 'mark1',
    gateway: 'vonage',
    from: '447700900123',
    to: '447700900000',
    total: 3,
    openedAt: at(0),
    parts: new Map([[1, aPart(1)]]),
    closed: false,
    ...changes,
  };
}

/** What every store of parts has to do; held over the fake and over the tables. */
export function partStoreContract(name: string, make: () => Promise<{ parts: PartStore; due: DueParts }>): void {
  describe(name, () => {
    let parts: PartStore;
    let due: DueParts;
    beforeEach(async () => {
      ({ parts, due } = await make());
    });
    const place = { instead: null, movedTo: 'unused' };
    const open = async (set: PartSet, seen: readonly string[] = []) => {
      expect(await parts.open(set, seen, place)).toBe('opened');
      return set;
    };
    const texts = new Map([[1, 'hash1']]);

    test('nothing stands at an unknown key', async () => {
      expect(await parts.add('ff', 1, aPart(1), longAgo)).toEqual({ kind: 'not_added', found: null });
      expect(await parts.close('ff', at(999))).toBeNull();
    });

    test('a set gives back what was put into it', async () => {
      const first = { text: 'half \uD83D', receivedAt: null, media: 2 };
      const set = await open(aSet({ parts: new Map([[1, aPart(1, first)]]) }));
      const second = aPart(2, { text: '\uDE00 "quoted" \\ \n' });
      expect(await parts.add(set.key, 2, second, longAgo)).toEqual({
        kind: 'added',
        set: { ...set, parts: new Map([...set.parts, [2, second]]) },
      });
    });

    test('a number is taken once', async () => {
      const set = await open(aSet());
      const again = await parts.add(set.key, 1, aPart(1, { mark: 'other', text: 'other' }), longAgo);
      expect(again).toEqual({ kind: 'not_added', found: { kind: 'collecting', set, seen: [] } });
    });

    test('of many that add the same part at once one does', async () => {
      const set = await open(aSet());
      const outcomes = await Promise.all(Array.from({ length: 20 }, () => parts.add(set.key, 2, aPart(2), longAgo)));
      expect(outcomes.filter(({ kind }) => kind === 'added')).toHaveLength(1);
    });

    test('no part is lost when all come at once, and one of them finds the set complete', async () => {
      const set = await open(aSet({ total: 12 }));
      const outcomes = await Promise.all(
        Array.from({ length: 11 }, (_, index) => parts.add(set.key, index + 2, aPart(index + 2), longAgo)),
      );
      const sizes = outcomes.map((outcome) => (outcome.kind === 'added' ? outcome.set.parts.size : 0));
      expect(sizes.sort((a, b) => a - b)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    });

    test('a part that was seen before is not added', async () => {
      const set = await open(aSet(), ['mark2']);
      expect((await parts.add(set.key, 2, aPart(2), longAgo)).kind).toBe('not_added');
      expect((await parts.add(set.key, 2, aPart(2, { mark: 'new' }), longAgo)).kind).toBe('added');
    });

    test('a set whose time is over takes no part, nor does a closed one', async () => {
      const set = await open(aSet());
      expect((await parts.add(set.key, 2, aPart(2), at(0))).kind).toBe('not_added');
      expect(await parts.close(set.key, at(0))).toEqual({ ...set, closed: true });
      expect(await parts.add(set.key, 2, aPart(2), longAgo)).toEqual({
        kind: 'not_added',
        found: { kind: 'collecting', set: { ...set, closed: true }, seen: [] },
      });
    });

    test('a set is closed when it is old enough, and again after a crash', async () => {
      const set = await open(aSet());
      expect(await parts.close(set.key, at(-1))).toBeNull();
      expect(await parts.close(set.key, at(1))).toEqual({ ...set, closed: true });
      expect(await parts.close(set.key, at(1))).toEqual({ ...set, closed: true });
    });

    test('a finished set holds neither text nor numbers, and tells its parts again', async () => {
      const set = await open(aSet(), ['earlier']);
      await parts.finish(set, texts);
      const found = { kind: 'finished', id: 'mark1', openedAt: at(0), seen: ['earlier', 'mark1'], texts };
      expect(await parts.add(set.key, 2, aPart(2), longAgo)).toEqual({ kind: 'not_added', found });
      expect(await parts.close(set.key, at(9))).toBeNull();
      // The second finish changes nothing.
      await parts.finish(set, new Map());
      expect(await parts.add(set.key, 2, aPart(2), longAgo)).toEqual({ kind: 'not_added', found });
    });

    test('the next set takes the place of a finished one', async () => {
      const set = await open(aSet());
      await parts.finish(set, texts);
      const { found: instead } = { found: null, ...(await parts.add(set.key, 1, aPart(1), longAgo)) };
      const next = aSet({ id: 'next', openedAt: at(90), parts: new Map([[1, aPart(1, { mark: 'next' })]]) });
      expect(await parts.open(next, ['mark1'], { instead, movedTo: 'unused' })).toBe('opened');
      expect(await parts.open(next, ['mark1'], { instead, movedTo: 'unused' })).toBe('conflict');
      expect((await parts.add(set.key, 2, aPart(2), at(60))).kind).toBe('added');
    });

    test('an unfinished one moves aside, closed, and can be finished there', async () => {
      const set = await open(aSet());
      const { found: instead } = { found: null, ...(await parts.add(set.key, 1, aPart(1), longAgo)) };
      const next = aSet({ id: 'next', openedAt: at(90), parts: new Map([[2, aPart(2, { mark: 'next' })]]) });
      expect(await parts.open(next, ['mark1'], { instead, movedTo: `${set.key}-mark1` })).toBe('opened');
      const moved = { ...set, key: `${set.key}-mark1`, closed: true };
      expect(await parts.close(moved.key, at(30))).toEqual(moved);
      // Whoever still works on it under the old key does no harm to the new one.
      await parts.finish(set, texts);
      expect(await parts.close(set.key, at(90))).toEqual({ ...next, closed: true });
      await parts.finish(moved, texts);
      expect(await parts.close(moved.key, at(30))).toBeNull();
    });

    test('an unfinished one that took another part meanwhile stays', async () => {
      const set = await open(aSet());
      const { found: instead } = { found: null, ...(await parts.add(set.key, 1, aPart(1), longAgo)) };
      await parts.add(set.key, 2, aPart(2), longAgo);
      const next = aSet({ id: 'next', openedAt: at(90) });
      expect(await parts.open(next, [], { instead, movedTo: `${set.key}-mark1` })).toBe('conflict');
      expect(await parts.close(`${set.key}-mark1`, at(999))).toBeNull();
    });

    test('of many that open the same set at once one does', async () => {
      const outcomes = await Promise.all(Array.from({ length: 20 }, () => parts.open(aSet(), [], place)));
      expect(outcomes.filter((outcome) => outcome === 'opened')).toHaveLength(1);
    });

    test('a set of 255 parts of 200 characters of any kind fits', async () => {
      const all = Array.from({ length: 255 }, (_, index) => index + 1);
      const text = '\u0001\uD83D'.repeat(100);
      const set = await open(
        aSet({
          total: 255,
          parts: new Map(all.slice(1).map((n) => [n, aPart(n, { text, mark: '0123456789abcdef' })])),
        }),
      );
      const added = await parts.add(set.key, 1, aPart(1, { text }), longAgo);
      expect(added.kind === 'added' && added.set.parts.size).toBe(255);
      expect(added.kind === 'added' && added.set.parts.get(255)?.text).toBe(text);
    });

    describe('what is due', () => {
      /** All that is due, page by page. */
      const dueBy = async (now: Date) => {
        const keys: string[] = [];
        for (let page = await due.page(now); page !== null; page = await due.page(now)) {
          keys.push(...page.keys);
          await due.passed(page.until);
        }
        return keys;
      };

      test('comes once its minute has begun, oldest first, until it was passed', async () => {
        await due.passed(at(0));
        await due.add('aa', at(30, 1));
        await due.add('bb', at(10));
        await due.add('bb', at(10));
        await due.add('cc', at(9, 59));
        expect(await dueBy(at(9, 59))).toEqual([]);
        expect((await dueBy(at(10))).sort()).toEqual(['bb', 'cc']);
        expect(await dueBy(at(30, 59))).toEqual([]);
        expect(await dueBy(at(31))).toEqual(['aa']);
        expect(await dueBy(at(999))).toEqual([]);
      });

      test('comes again where nobody said that it was passed', async () => {
        await due.add('aa', at(10));
        await dueBy(at(9));
        const page = await due.page(at(11));
        expect(page?.keys).toEqual(['aa']);
        expect(await due.page(at(11))).toEqual(page);
      });

      test('is not brought back by a run that was slower', async () => {
        await due.add('aa', at(10));
        await due.passed(at(20));
        await due.passed(at(5));
        expect(await dueBy(at(30))).toEqual([]);
      });

      test('is found after hours in which nobody looked', async () => {
        await due.passed(at(0));
        await due.add('aa', at(10));
        await due.add('bb', at(300));
        expect(await dueBy(at(600))).toEqual(['aa', 'bb']);
      });
    });
  });
}
