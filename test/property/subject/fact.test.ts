import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { topics } from '#shared/report/topics.ts';
import { factSortKey, parseFactSortKey } from '#shared/storage/keys.ts';
import { decodeFact, encodeFact, encodeGoneFact, factLength, mostRevision, prefixOf } from '#shared/subject/fact.ts';
import { decodeRegion, encodeRegion, regionCodes } from '#shared/subject/region-code.ts';

const hash = fc.stringMatching(/^[0-9a-f]{32}$/);
const tri = fc.constantFrom(null, true, false);
const region = fc.record({
  country: fc.option(fc.stringMatching(/^[A-Z]{2}$/)),
  region: fc.option(fc.stringMatching(/^[A-Z0-9]{1,3}$/)),
});
const fact = fc
  .record({
    reportId: hash,
    revision: fc.integer({ min: 1, max: mostRevision }),
    reporter: fc.option(hash),
    reportedAt: fc.integer({ min: 0, max: 0xffffffff }),
    day: fc.integer({ min: 0, max: 0xffff }).map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10)),
    topic: fc.option(fc.constantFrom(...topics)),
    kind: fc.constantFrom('call' as const, 'text' as const),
    recorded: tri,
    registered: tri,
    violation: fc.boolean(),
  })
  .chain((parts) => region.map((place) => ({ ...parts, ...place })));

describe('a fact', () => {
  test('gives back what was put in, hashes as their beginnings, in 24 bytes', () => {
    fc.assert(
      fc.property(fact, (live) => {
        const bytes = encodeFact(live);
        expect(bytes).toHaveLength(factLength);
        expect(decodeFact(bytes)).toEqual({
          ...live,
          reportId: prefixOf(live.reportId),
          reporter: live.reporter === null ? null : prefixOf(live.reporter),
          gone: false,
        });
      }),
    );
  });

  test('is the same bytes whenever it is made again', () => {
    fc.assert(
      fc.property(fact, (live) => {
        expect(encodeFact({ ...live })).toEqual(encodeFact(live));
      }),
    );
  });

  test('of a report that is gone tells nothing but report and revision', () => {
    fc.assert(
      fc.property(hash, fc.integer({ min: 1, max: 0xffff }), (reportId, revision) => {
        const bytes = encodeGoneFact(reportId, revision);
        expect(decodeFact(bytes)).toMatchObject({ reportId: prefixOf(reportId), revision, reporter: null, gone: true });
        expect(Buffer.from(bytes.subarray(7, 23)).every((byte) => byte === 0)).toBe(true);
      }),
    );
  });

  test.each([0, mostRevision + 1, 1.5])('of a live version never has revision %d', (revision) => {
    const [live] = fc.sample(fact, { numRuns: 1, seed: 1 });
    expect(() => live && encodeFact({ ...live, revision })).toThrow(RangeError);
  });

  test('of another length is refused', () => {
    expect(() => decodeFact(new Uint8Array(23))).toThrow(RangeError);
  });
});

describe('a region code', () => {
  test('gives the place back', () => {
    fc.assert(
      fc.property(region, (place) => {
        expect(decodeRegion(encodeRegion(place))).toEqual(place);
      }),
    );
  });

  test('fits 26 bits, and tells 1, 01 and 001 apart', () => {
    expect(regionCodes).toBeLessThan(2 ** 26);
    const codes = ['1', '01', '001'].map((name) => encodeRegion({ country: 'JP', region: name }));
    expect(new Set(codes).size).toBe(3);
  });

  test.each(['us', 'USA', 'Ü1'])('takes %s for an unknown country', (country) => {
    expect(decodeRegion(encodeRegion({ country, region: null }))).toEqual({ country: null, region: null });
  });

  test.each([-1, regionCodes, 0.5])('refuses %d', (code) => {
    expect(() => decodeRegion(code)).toThrow(RangeError);
  });
});

describe("a fact's sort key", () => {
  test('gives back reporter, report and revision', () => {
    fc.assert(
      fc.property(
        fc.option(hash.filter((text) => !/^0+$/.test(text))),
        hash,
        fc.integer({ min: 1, max: 0xffff }),
        (reporter, reportId, revision) => {
          expect(parseFactSortKey(factSortKey(reporter, reportId, revision))).toEqual({ reporter, reportId, revision });
        },
      ),
    );
  });

  test('puts the versions of a report in order', () => {
    fc.assert(
      fc.property(hash, hash, fc.integer({ min: 1, max: 0xfffe }), (reporter, reportId, revision) => {
        const keys = [revision, revision + 1].map((one) => factSortKey(reporter, reportId, one));
        expect(Buffer.compare(keys[0] ?? Buffer.alloc(0), keys[1] ?? Buffer.alloc(0))).toBe(-1);
      }),
    );
  });
});
