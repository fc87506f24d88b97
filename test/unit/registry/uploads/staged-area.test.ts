import { describe, expect, it } from 'vitest';
import { createLineSet } from '#shared/registry/line-set.ts';
import { DamagedStagingError, readStagedArea, writeStagedArea } from '#shared/registry/uploads/staged-area.ts';

function numbers() {
  const set = createLineSet();
  for (const [page, line, kind, day] of [
    [1413555, 0, 0, null],
    [1413555, 9999, 0, 20_500],
    [1413555, 9999, 2, null],
    [1413000, 42, 0, 20_501],
    [1202555, 100, 0, 20_502],
  ] as const) {
    set.add(page, line, kind, day);
  }
  return set;
}

const staged = () => {
  const set = numbers();
  return writeStagedArea(set, { pages: ['1413000', '1413555'], kinds: [0, 2] }, set.datedLines().get('1413'));
};

describe('the lines of an area on their way to its loader', () => {
  it('arrive by kind and with their days, and none of another area', () => {
    const set = readStagedArea('1413', staged());
    expect(set.size).toBe(4);
    expect([...set.lines('1413555')]).toEqual([0, 9999]);
    expect([...set.lines('1413555', 2)]).toEqual([9999]);
    expect([...set.lines('1413000')]).toEqual([42]);
    expect([set.day('1413555', 9999), set.day('1413555', 9999, 2), set.day('1413000', 42)]).toEqual([
      20_500,
      null,
      20_501,
    ]);
    const [area] = set.areas();
    expect(area?.digest).toBe(
      numbers()
        .areas()
        .find((each) => each.area === '1413')?.digest,
    );
  });

  it('are the same bytes for the same lines', () => {
    expect(staged()).toEqual(staged());
  });

  it('are refused when a byte is not what was written, or some are missing', () => {
    const whole = staged();
    const damaged = Uint8Array.from(whole);
    damaged[40] = (damaged[40] ?? 0) ^ 1;
    for (const bytes of [
      damaged,
      whole.subarray(0, -1),
      whole.subarray(0, 9),
      Buffer.from('something else entirely'),
    ]) {
      expect(() => readStagedArea('1413', bytes)).toThrow(DamagedStagingError);
    }
  });
});
