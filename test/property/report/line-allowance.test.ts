import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLineAllowance, type LineAllowance } from '#shared/report/allowance/line-allowance.ts';
import { memoryTally } from '#test/support/allowance/memory-tally.ts';
import { seeded } from '#test/support/seeded.ts';

const perDay = 100;
const clock = () => new Date('2026-11-21T12:00:00Z');

/** So many processes of one function over one tally. */
function fleet(processes: number, choose: (below: number) => number) {
  const tally = memoryTally();
  const each = Array.from({ length: processes }, () => createLineAllowance({ tally, perDay, clock, choose }));
  return { tally, each };
}

async function report(allowance: LineAllowance | undefined, reporter = 'a line'): Promise<boolean> {
  const place = allowance?.take(reporter);
  if (place?.kind !== 'room') {
    return false;
  }
  await place.keep();
  return true;
}

test('one process takes exactly as many as are allowed, whatever comes between and whichever are counted', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('kept', 'given back', 'another line'), { maxLength: 400 }),
      fc.nat(7),
      async (events, phase) => {
        const [allowance] = fleet(1, () => phase).each;
        let kept = 0;
        for (const event of events) {
          const place = allowance?.take(event === 'another line' ? 'other' : 'a line');
          if (event === 'kept') {
            expect(place?.kind).toBe(kept < perDay ? 'room' : 'none');
            kept += place?.kind === 'room' ? 1 : 0;
          }
          if (place?.kind === 'room') {
            await (event === 'given back' ? place.giveBack() : place.keep());
          }
        }
      },
    ),
    { numRuns: 100 },
  );
});

test('reports at the same time share the room: of any number sent at once no more than allowed pass', async () => {
  const [allowance] = fleet(1, () => 0).each;
  const passed = await Promise.all(Array.from({ length: 250 }, () => report(allowance)));
  expect(passed.filter(Boolean)).toHaveLength(perDay);
});

test('with any number of processes each lets at most eight more through before it has asked', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 40 }), fc.integer(), async (processes, seed) => {
      const random = seeded(seed);
      const { each } = fleet(processes, random.below);
      let passed = 0;
      for (let sent = 0; sent < perDay + 20 * processes; sent += 1) {
        passed += (await report(random.pick(each))) ? 1 : 0;
      }
      expect(passed).toBeLessThanOrEqual(perDay + 8 * processes);
    }),
    { numRuns: 30 },
  );
});

/** How many of `sent` reports pass in each of so many days, sent to processes at random. */
async function days(processes: number, sent: number, runs: number): Promise<number[]> {
  const random = seeded(processes * 1000 + sent);
  const passed: number[] = [];
  for (let day = 0; day < runs; day += 1) {
    const { each } = fleet(processes, random.below);
    let count = 0;
    for (let index = 0; index < sent; index += 1) {
      count += (await report(random.pick(each))) ? 1 : 0;
    }
    passed.push(count);
  }
  return passed;
}

// The figures of docs/adr/0017.
test.each([1, 4, 16, 64])(
  'half the limit over %i processes: refused on fewer than one day in a thousand',
  async (processes) => {
    const short = (await days(processes, perDay / 2, 1000)).filter((count) => count < perDay / 2).length;
    console.log(`${processes} processes: ${short} of 1000 days with a refusal below half the limit`);
    expect(short).toBeLessThanOrEqual(1);
  },
);

test.each([1, 4, 8])('four times the limit over %i processes: never twice the limit', async (processes) => {
  const passed = await days(processes, perDay * 4, 150);
  const mean = passed.reduce((sum, one) => sum + one, 0) / passed.length;
  console.log(`${processes} processes: ${mean.toFixed(1)} pass of ${perDay * 4}, at most ${Math.max(...passed)}`);
  expect(Math.max(...passed)).toBeLessThan(perDay * 2);
});

test('of many lines with one report each, one in eight costs a write', async () => {
  const random = seeded(7);
  const { each, tally } = fleet(4, random.below);
  for (let line = 0; line < 8000; line += 1) {
    await report(random.pick(each), `line ${line}`);
  }
  expect(tally.writes() / 8000).toBeGreaterThan(0.11);
  expect(tally.writes() / 8000).toBeLessThan(0.14);
});
