import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinedMessageId, partMark, setKey } from '#shared/intake/parts/part-hashes.ts';
import { allPartsDueKeys, partSetKey, partsDueKey, partsDueMinute, partsPassedKey } from '#shared/storage/keys.ts';
import { aPart, partHash } from '#test/support/sms/long-text.ts';

const setHash = fc.stringMatching(/^[0-9a-f]{32}$/);
const time = fc.date({ min: new Date('2020-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });

test('a set is due in the first minute that begins when its time is over', () => {
  fc.assert(
    fc.property(time, (at) => {
      const begins = partsDueMinute(at) * 60_000;
      expect(begins).toBeGreaterThanOrEqual(at.getTime());
      expect(begins - at.getTime()).toBeLessThan(60_000);
    }),
  );
});

test('every set of a minute is in one of its lists, and in none of another minute', () => {
  fc.assert(
    fc.property(setHash, fc.nat(), fc.nat(), (key, minute, other) => {
      expect(allPartsDueKeys(minute)).toContain(partsDueKey(minute, key));
      if (minute !== other) {
        expect(allPartsDueKeys(other)).not.toContain(partsDueKey(minute, key));
      }
    }),
  );
});

test('keys of sets, lists and the place passed never meet', () => {
  fc.assert(
    fc.property(setHash, fc.nat(), (key, minute) => {
      expect(new Set([partSetKey(key), partsDueKey(minute, key), partsPassedKey]).size).toBe(3);
    }),
  );
});

test('fields never run into each other in a hash, and no hash shows one', () => {
  const field = fc.string({ maxLength: 12 });
  fc.assert(
    fc.property(field, field, field, field, (from, to, otherFrom, otherTo) => {
      const keyOf = (a: string, b: string) =>
        setKey(partHash, aPart(1, 2, { from: a, to: b }), { reference: '1', number: 1, total: 2 });
      expect(keyOf(from, to) === keyOf(otherFrom, otherTo)).toBe(from === otherFrom && to === otherTo);
      expect(keyOf(from, to)).toMatch(/^[0-9a-f]{32}$/);
    }),
  );
});

test('other parts make another message id', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 2, maxLength: 4 }), (ids) => {
      const setOf = (messageIds: readonly string[]) => ({
        key: '',
        id: '',
        gateway: 'vonage' as const,
        from: '',
        to: '',
        total: 4,
        openedAt: new Date(0),
        closed: false,
        parts: new Map(
          messageIds.map((messageId, index) => {
            const part = { reference: '1', number: index + 1, total: 4 };
            const mark = partMark(partHash, aPart(index + 1, 4, { messageId }), part);
            return [index + 1, { mark, text: '', receivedAt: null, media: 0 }];
          }),
        ),
      });
      const all = joinedMessageId(partHash, setOf(ids));
      expect(joinedMessageId(partHash, setOf(ids.toReversed()))).not.toBe(all);
      expect(joinedMessageId(partHash, setOf(ids.slice(1)))).not.toBe(all);
    }),
  );
});
