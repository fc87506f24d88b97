import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listOffenders } from '#shared/export/list-offenders.ts';
import { openCursor, sealCursor } from '#shared/http/sealed-cursor.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import { aSubject, fakeSource, someFigures, subjectId } from '#test/support/export/offender-builders.ts';

test('pages of any size, cut short by any clock, show every subject that passes exactly once', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.nat(5000), { maxLength: 60 }),
      fc.integer({ min: 1, max: 25 }),
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 0, max: 4 }),
      fc.integer({ min: 1, max: 20_000 }),
      async (numbers, limit, headsPerRead, minReporters, tick) => {
        const subjects = numbers.map((n) =>
          aSubject({ id: subjectId(n), figures: someFigures({ reporters: n % 5, reports: n % 7 }) }),
        );
        const source = fakeSource(subjects, headsPerRead);
        const seen: string[] = [];
        let now = Date.parse('2026-11-21T12:00:00Z');
        const clock = () => {
          now += tick;
          return new Date(now);
        };
        let after: string | null = null;
        do {
          const page = await listOffenders({ filter: { minReporters }, after, limit }, { source, clock });
          expect(page.offenders.length).toBeLessThanOrEqual(limit);
          seen.push(...page.offenders.map(({ id }) => id));
          after = page.last;
        } while (after !== null);
        const expected = subjects.filter(({ figures }) => figures.reports > 0 && figures.reporters >= minReporters);
        expect(seen.sort()).toEqual(expected.map(({ id }) => id).sort());
      },
    ),
    { numRuns: 150 },
  );
});

const hash = keyedHash('a secret for tests', 'cursor');

test('a cursor opens to its position, for its list', () => {
  fc.assert(
    fc.property(fc.string(), fc.string({ unit: 'grapheme' }), (list, position) => {
      expect(openCursor(hash, list, sealCursor(hash, list, position))).toBe(position);
      expect(openCursor(hash, `${list}!`, sealCursor(hash, list, position))).toBeNull();
      expect(openCursor(keyedHash('another', 'cursor'), list, sealCursor(hash, list, position))).toBeNull();
    }),
  );
});

test('a cursor altered anywhere does not open', () => {
  fc.assert(
    fc.property(fc.nat(), fc.constantFrom(...'Aa09-_.=+/ \u00e9'), (at, character) => {
      const cursor = sealCursor(hash, 'offenders', subjectId(1234));
      const altered = cursor.slice(0, at % cursor.length) + character + cursor.slice((at % cursor.length) + 1);
      fc.pre(altered !== cursor);
      expect(openCursor(hash, 'offenders', altered)).toBeNull();
      expect(openCursor(hash, 'offenders', cursor + character)).toBeNull();
    }),
  );
});
