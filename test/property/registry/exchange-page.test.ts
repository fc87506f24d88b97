import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noListedDays } from '#shared/registry/page-format.ts';
import { decodePage, findListedDay } from '#shared/registry/read-page.ts';
import { encodePage } from '#shared/registry/write-page.ts';

const wholeBitmap = 1262;
const day = fc.integer({ min: 1, max: 60_000 });
const line = fc.oneof(fc.integer({ min: 0, max: 9999 }), fc.constantFrom(0, 7, 8, 9998, 9999));

/** Pages as they come: a few lines, a block of them, or most; few or many different days. */
const page = fc
  .record({
    some: fc.array(fc.tuple(line, day), { maxLength: 300 }),
    blocks: fc.array(fc.tuple(line, fc.integer({ min: 1, max: 5000 }), day), { maxLength: 4 }),
  })
  .map(({ some, blocks }) => {
    const days = noListedDays();
    for (const [from, length, when] of blocks) {
      days.fill(when, from, Math.min(10_000, from + length));
    }
    for (const [at, when] of some) {
      days[at] = when;
    }
    return days;
  });
const limits = fc.record({ windowStart: day, maxBytes: fc.integer({ min: wholeBitmap, max: 2100 }) });

describe('a page, whatever is on it', () => {
  it('lists exactly its lines, and never says a day before the true one', () => {
    fc.assert(
      fc.property(page, limits, (days, limit) => {
        const encoded = encodePage(days, limit);
        const decoded = decodePage(encoded.page);
        let latest = 0;
        for (const each of days) {
          latest = Math.max(latest, each);
        }
        // The page keeps 1,023 days apart; the window lies within them in use.
        const windowStart = Math.max(limit.windowStart, latest - 1023);
        let told = 0;
        for (let at = 0; at < 10_000; at += 1) {
          const truth = days[at] ?? 0;
          const found = decoded[at] ?? 0;
          told += Number(found !== truth && found > windowStart);
          if ((found === 0) !== (truth === 0) || found < truth || found > latest) {
            throw new Error(`line ${at} has day ${truth}, the page says ${found}`);
          }
        }
        expect(encoded.page.length).toBeLessThanOrEqual(limit.maxBytes);
        expect(encoded.blurred).toBeGreaterThanOrEqual(Math.min(told, 1));
        expect(encoded.blurred > 0 || told === 0).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('is answered line by line as it is decoded', () => {
    fc.assert(
      fc.property(page, limits, fc.array(line, { minLength: 1, maxLength: 50 }), (days, limit, probes) => {
        const bytes = encodePage(days, limit).page;
        const decoded = decodePage(bytes);
        for (const probe of probes) {
          expect(findListedDay(bytes, probe) ?? 0).toBe(decoded[probe]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('written again from what it says is the same bytes', () => {
    fc.assert(
      fc.property(page, limits, (days, limit) => {
        const bytes = encodePage(days, limit).page;
        expect(Buffer.compare(encodePage(decodePage(bytes), limit).page, bytes)).toBe(0);
      }),
      { numRuns: 200 },
    );
  });

  it('damaged anywhere is refused, never misread', () => {
    fc.assert(
      fc.property(page, fc.nat(), fc.integer({ min: 1, max: 255 }), (days, position, change) => {
        const bytes = Uint8Array.from(encodePage(days, { windowStart: 1, maxBytes: 1940 }).page);
        const at = position % bytes.length;
        bytes[at] = (bytes[at] ?? 0) ^ change;
        expect(() => findListedDay(bytes, 0)).toThrow();
      }),
      { numRuns: 200 },
    );
  });
});
