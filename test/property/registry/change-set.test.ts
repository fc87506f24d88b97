import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type ChangeSet, createChangeSet } from '#shared/registry/change-set.ts';
import type { ListOperation } from '#shared/registry/formats/list-reading.ts';
import { everyContact } from '#shared/registry/page-kinds.ts';

const listDay = 120;
const heldSince = 50;
const numbers = [14_135_550_142, 14_135_550_143];

interface Entry {
  readonly number: number;
  readonly operation: ListOperation;
  readonly day: number | null;
}

/** Of two lines, so that each has several entries, of either operation, in any order of their days. */
const entries = fc.array(
  fc.record({
    number: fc.constantFrom(...numbers),
    operation: fc.constantFrom<ListOperation>('add', 'delete'),
    day: fc.oneof(fc.constant(null), fc.constantFrom(100, 101, 105, 109, listDay)),
  }),
  { maxLength: 12 },
);

/** The day of registration after the entries; `held` is the one before, null if the line is not listed. */
function told(list: readonly Entry[], number: number, held: number | null): number | null {
  const ofLine = list.filter((entry) => entry.number === number);
  return ofLine.reduce<number | null>((since, { operation, day }, index) => {
    const overtaken = ofLine.slice(0, index).some((before) => day !== null && before.day !== null && day < before.day);
    if (overtaken) {
      return since;
    }
    return operation === 'delete' ? null : (since ?? day ?? listDay);
  }, held);
}

function applied(set: ChangeSet, number: number, held: number | null): number | null {
  const page = String(Math.floor(number / 10_000));
  return set
    .changes(page)
    .filter(({ line }) => line === number % 10_000)
    .reduce<number | null>((since, { change, day }) => (change === 'deleted' ? null : (since ?? day ?? listDay)), held);
}

function changeSet(list: readonly Entry[]): ChangeSet {
  const set = createChangeSet();
  for (const { number, operation, day } of list) {
    set.take(number, operation, everyContact, day);
  }
  return set;
}

it('the entries of a line come to what they say one after another, but for those dated before an earlier one', () => {
  const repeated = (operation: ListOperation, other: ListOperation) =>
    [[operation, 100] as const, [operation, 109] as const, [other, 105] as const].map(([each, day]) => ({
      number: numbers[0] ?? 0,
      operation: each,
      day,
    }));
  fc.assert(
    fc.property(entries, (list) => {
      const set = changeSet(list);
      for (const number of numbers) {
        for (const held of [null, heldSince]) {
          expect(applied(set, number, held)).toBe(told(list, number, held));
        }
      }
    }),
    { numRuns: 1000, examples: [[repeated('delete', 'add')], [repeated('add', 'delete')]] },
  );
});

it('an entry is new only if the line comes to something else with it', () => {
  fc.assert(
    fc.property(entries, (list) => {
      const set = createChangeSet();
      for (const { number, operation, day } of list) {
        const before = set.digest();
        const isNew = set.take(number, operation, everyContact, day);
        expect(isNew).toBe(set.digest() !== before);
      }
    }),
    { numRuns: 300 },
  );
});
