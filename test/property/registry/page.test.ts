import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changePage, windowDays } from '#shared/registry/continue-page.ts';
import { noListedDays } from '#shared/registry/page-format.ts';
import { everyContact, voiceCalls } from '#shared/registry/page-kinds.ts';
import { decodePage, findInCheckedPage, findListedDay } from '#shared/registry/read-page.ts';
import { unpackArea } from '#shared/registry/unpacked-area.ts';
import { onePage, pageName } from '#test/support/registry/pages.ts';
import { writeVersion1 } from '#test/support/registry/write-version-1.ts';

/** More than any set of lines takes. */
const everyLine = 1400;
const day = fc.integer({ min: 1, max: 60_000 });
const line = fc.oneof(
  fc.integer({ min: 0, max: 9999 }),
  fc.constantFrom(0, 1, 99, 100, 999, 1000, 9899, 9900, 9998, 9999),
);

/** Pages as they come: a few lines, a block of them, every so many, or most; few or many different days. */
const page = fc
  .record({
    some: fc.array(fc.tuple(line, day), { maxLength: 300 }),
    blocks: fc.array(fc.tuple(line, fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 1, max: 9 }), day), {
      maxLength: 4,
    }),
  })
  .map(({ some, blocks }) => {
    const days = noListedDays();
    for (const [from, length, step, when] of blocks) {
      for (let at = from; at < Math.min(10_000, from + length); at += step) {
        days[at] = when;
      }
    }
    for (const [at, when] of some) {
      days[at] = when;
    }
    return days;
  });
const limits = fc.record({ windowStart: day, maxBytes: fc.integer({ min: everyLine, max: 2100 }) });

describe('a page, whatever is on it', () => {
  it('lists exactly its lines, and never says a day before the true one', () => {
    fc.assert(
      fc.property(page, limits, (days, limit) => {
        const encoded = onePage(days, limit);
        const decoded = decodePage(encoded.page);
        const latest = days.reduce((a, b) => Math.max(a, b), 0);
        let told = 0;
        for (let at = 0; at < 10_000; at += 1) {
          const truth = days[at] ?? 0;
          const found = decoded[at] ?? 0;
          told += Number(found !== truth && found > limit.windowStart);
          if ((found === 0) !== (truth === 0) || found < truth || found > latest) {
            throw new Error(`line ${at} has day ${truth}, the page says ${found}`);
          }
        }
        expect(encoded.page.length).toBeLessThanOrEqual(limit.maxBytes);
        expect(encoded.blurred).toBeGreaterThanOrEqual(Math.min(told, 1));
        expect(encoded.blurred > 0 || told === 0).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('is answered line by line as it is decoded', () => {
    fc.assert(
      fc.property(page, limits, fc.array(line, { minLength: 1, maxLength: 50 }), (days, limit, probes) => {
        const bytes = onePage(days, limit).page;
        const decoded = decodePage(bytes);
        const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
        for (const probe of probes) {
          expect(findListedDay(bytes, probe, { page: pageName.page }) ?? 0).toBe(decoded[probe]);
          expect(findInCheckedPage(view, 0, everyContact, probe)).toBe(decoded[probe]);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('unpacked beside others it says of every line what it says packed, of other kinds and exchanges nothing', () => {
    fc.assert(
      fc.property(page, page, limits, (days, others, limit) => {
        const first = onePage(days, limit).page;
        const latest = others.reduce((a, b) => Math.max(a, b), 0);
        const old = writeVersion1(others, Math.max(latest - 1000, 1));
        const area = unpackArea(
          new Map([
            ['1413555', first],
            ['1413556', old],
          ]),
        );
        for (const [exchange, packed] of [decodePage(first), decodePage(old)].entries()) {
          const unpacked = packed.map((_, at) => area.dayOf(555 + exchange, at, everyContact));
          expect(Buffer.compare(Buffer.from(unpacked.buffer), Buffer.from(packed.buffer))).toBe(0);
        }
        expect(area.dayOf(557, 0, everyContact)).toBe(0);
        expect(area.dayOf(555, 0, voiceCalls)).toBe(0);
      }),
      { numRuns: 100 },
    );
  });

  it('written again from what it says is the same bytes', () => {
    fc.assert(
      fc.property(page, limits, (days, limit) => {
        const bytes = onePage(days, limit).page;
        expect(Buffer.compare(onePage(decodePage(bytes), limit).page, bytes)).toBe(0);
      }),
      { numRuns: 150 },
    );
  });

  it('damaged anywhere is refused, never misread', () => {
    fc.assert(
      fc.property(page, fc.nat(), fc.integer({ min: 1, max: 255 }), (days, position, change) => {
        const bytes = Uint8Array.from(onePage(days, { windowStart: 1, maxBytes: 1940 }).page);
        const at = position % bytes.length;
        bytes[at] = (bytes[at] ?? 0) ^ change;
        expect(() => findListedDay(bytes, 0)).toThrow();
      }),
      { numRuns: 150 },
    );
  });

  it('of version 1 says what was written', () => {
    fc.assert(
      fc.property(page, fc.array(line, { minLength: 1, maxLength: 20 }), (truth, probes) => {
        const common = truth.reduce((a, b) => Math.max(a, b), 0) - 1000;
        const days = truth.map((each) => (each === 0 ? 0 : Math.max(each, common, 1)));
        const bytes = writeVersion1(days, Math.max(common, 1));
        expect(decodePage(bytes)).toEqual(days);
        for (const probe of probes) {
          expect(findListedDay(bytes, probe) ?? 0).toBe(days[probe]);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('change lists, one after another', () => {
  const change = fc.record({ line, change: fc.constantFrom<('added' | 'deleted')[]>('added', 'added', 'deleted') });
  const gap = fc.constantFrom(1, 1, 28, 30, 31, 60, 90, windowDays - 1, windowDays, windowDays + 1, 2000);

  it('leave what a plain map would hold, with the day to the day inside the window', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.array(change, { maxLength: 120 }), gap), { minLength: 1, maxLength: 12 }),
        (lists) => {
          const truth = new Map<number, number>();
          let bytes: Uint8Array | null = null;
          let listDay = 16_000;
          for (const [changes, days] of lists) {
            listDay += days;
            bytes = changePage({ name: pageName, changes, listDay, former: bytes }).page;
            for (const each of changes) {
              if (each.change === 'deleted') {
                truth.delete(each.line);
              } else if (!truth.has(each.line)) {
                truth.set(each.line, listDay);
              }
            }
          }
          const decoded = decodePage(bytes ?? new Uint8Array());
          for (const [at, found] of decoded.entries()) {
            const day = truth.get(at) ?? 0;
            if ((found === 0) !== (day === 0) || found < day || (day > listDay - windowDays && found !== day)) {
              throw new Error(`line ${at} has day ${day}, the page says ${found} on ${listDay}`);
            }
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});
