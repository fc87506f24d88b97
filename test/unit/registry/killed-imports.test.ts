import { describe, expect, it } from 'vitest';
import type { RegistrationStore } from '#shared/registry/registration-ports.ts';
import { createRegistryLookup } from '#shared/registry/registry-look-up.ts';
import { toE164 } from '#test/support/flat-list-files.ts';
import { importLines } from '#test/support/import-lines.ts';
import {
  createMemoryRegistrationStore,
  dyingAt,
  guarded,
  Interruption,
  type MemoryRegistrationStore,
  tornAt,
} from '#test/support/memory-registration-store.ts';
import { added, deleted, importEntries } from '#test/support/registry/import-changes.ts';
import {
  createMemorySnapshotArchive,
  guardedArchive,
  type MemorySnapshotArchive,
} from '#test/support/registry/memory-snapshot-archive.ts';

/*
 * Every import, cut at every one of its calls to store and bucket: before the call, after it but before its answer, and
 * in the middle of a write of many. The properties (test/property/registry) do the same at random to random lists.
 */

interface Stores {
  readonly store: RegistrationStore;
  readonly archive: MemorySnapshotArchive | ReturnType<typeof guardedArchive>;
}
type Step = (stores: Stores) => Promise<unknown>;

const full =
  (listDate: string, ...lines: readonly string[]): Step =>
  (stores) =>
    importLines({ ...stores, lines, listDate });
const change =
  (
    base: string,
    listDate: string,
    entries: Parameters<typeof importEntries>[0]['entries'],
    areas?: readonly string[],
  ): Step =>
  (stores) =>
    importEntries({ ...stores, base, listDate, entries, ...(areas === undefined ? {} : { areas }) });
/** Of an import that was begun, wrote pages, and never went on. */
const givenUp =
  (step: Step, at: number): Step =>
  ({ store, archive }) => {
    const guard = dyingAt(at, 'after');
    return step({ store: guarded(store, guard), archive: guardedArchive(archive, guard) }).catch(dies);
  };

const [one, two, three, four, five] = ['413,5550100', '413,5560100', '413,5550101', '617,5550100', '617,5570100'];
const march = full('2026-03-01', one, two, four);
const april = full('2026-04-01', one, three, four, five);
const second = change('2026-03-01', '2026-03-02', [...added(three, five), ...deleted(two)]);

const imports: readonly (readonly [string, readonly Step[], Step])[] = [
  ['the first list', [], march],
  ['a later list', [march], april],
  ['a third list, with which the first is removed', [march, april], full('2026-05-01', two, four)],
  ['a list of a single area', [march], full('2026-04-01', one, three)],
  ['a full list on top of a change list', [march, second], april],
  ['a change list', [march], second],
  ['a change list on another', [march, second], change('2026-03-02', '2026-03-03', [...deleted(three), ...added(two)])],
  ['a change list of a single area', [march], change('2026-03-01', '2026-03-02', added(three), ['1413'])],
  [
    'a change list instead of one that was given up',
    [march, givenUp(second, 14)],
    change('2026-03-01', '2026-03-05', [...added(five), ...deleted(one)]),
  ],
  ['a full list instead of a change list that was given up', [march, givenUp(second, 14)], april],
  ['a full list instead of one that was given up', [march, givenUp(april, 9)], full('2026-04-02', one, two, five)],
];

async function dies(error: unknown): Promise<false> {
  if (!(error instanceof Interruption)) {
    throw error;
  }
  return false;
}

async function worldAfter(steps: readonly Step[]) {
  const store = createMemoryRegistrationStore();
  const archive = createMemorySnapshotArchive();
  for (const step of steps) {
    await step({ store, archive });
  }
  return { store, archive };
}

function answers(store: RegistrationStore) {
  const lookup = createRegistryLookup(store, { registries: ['us-national'], clock: () => new Date(0) });
  const lines = [one, two, three, four, five].map((line) => ({ e164: toE164(line), country: 'US' }));
  return Promise.all(lines.map((line) => lookup.lookUp(line)));
}

async function state({ store, archive }: { store: MemoryRegistrationStore; archive: MemorySnapshotArchive }) {
  const { lists, loading, changing } = await store.head('us-national');
  return {
    ...{ lists, loading, changing, answers: await answers(store) },
    ...{ pages: [...store.dump()].sort(), files: [...archive.dump()].sort() },
  };
}

const cuts: readonly (readonly [string, (world: Stores, at: number) => Stores])[] = [
  ...(['before', 'after'] as const).map(
    (when) =>
      [
        `${when} a call`,
        ({ store, archive }: Stores, at: number) => {
          const guard = dyingAt(at, when);
          return { store: guarded(store, guard), archive: guardedArchive(archive, guard) };
        },
      ] as const,
  ),
  ['half-way through a write', ({ store, archive }, at) => ({ store: tornAt(store, at), archive })],
];

describe.each(imports)('%s', (_, earlier, step) => {
  it.each(cuts)(
    'cut %s: the former list answers, and the same import again ends with the same bytes',
    async (__, cut) => {
      const undisturbed = await worldAfter(earlier);
      const before = await answers(undisturbed.store);
      await step(undisturbed);
      const after = await state(undisturbed);
      expect(after.answers).not.toEqual(before);
      let cutsMade = 0;
      for (let at = 0, ended = false; !ended; at += 1) {
        const world = await worldAfter(earlier);
        ended = await step(cut(world, at)).then(() => true, dies);
        const now = await answers(world.store);
        expect([before, after.answers]).toContainEqual(now);
        await step(world);
        const resumed = await state(world);
        expect({ ...resumed, files: [] }).toEqual({ ...after, files: [] });
        // Files that the cut kept from being erased go with the next import; none is missing.
        expect(resumed.files).toEqual(expect.arrayContaining(after.files));
        cutsMade += ended ? 0 : 1;
      }
      expect(cutsMade).toBeGreaterThan(1);
    },
  );
});
