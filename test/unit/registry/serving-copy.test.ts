import { describe, expect, it } from 'vitest';
import { usNational } from '#shared/registry/registries.ts';
import { createRegistryLookup } from '#shared/registry/registry-look-up.ts';
import { compareServingCopy, restoreServingCopy } from '#shared/registry/serving-copy.ts';
import { toE164 } from '#test/support/flat-list-files.ts';
import { importLines } from '#test/support/import-lines.ts';
import {
  createMemoryRegistrationStore,
  dyingAt,
  guarded,
  Interruption,
} from '#test/support/memory-registration-store.ts';
import { added, importEntries } from '#test/support/registry/import-changes.ts';
import { createMemorySnapshotArchive, guardedArchive } from '#test/support/registry/memory-snapshot-archive.ts';

const registry = usNational.id;
const lines = ['413,5550100', '413,5560100', '413,5570100', '617,5550100', '617,5560100'];

async function damagedWorld() {
  const store = createMemoryRegistrationStore();
  const archive = createMemorySnapshotArchive();
  await importLines({ store, archive, lines, listDate: '2026-03-01' });
  await importEntries({
    ...{ store, archive, entries: added('413,5550101'), listDate: '2026-03-02', base: '2026-03-01' },
  });
  const sound = store.dump();
  const snapshot = (await store.head(registry)).lists[0]?.snapshot ?? '';
  const key = (page: string) => ({ registry, snapshot, page });
  await store.removePages([key('1413555'), key('1617555')]);
  await store.putPages([
    { ...key('1413556'), bytes: new Uint8Array(40) },
    { ...key('1413998'), bytes: new Uint8Array(40) },
  ]);
  await store.removeAreas([{ registry, snapshot, area: '1617' }]);
  return { store, archive, sound };
}

/** What is stored of each page of the list, without what a change list left for undoing it. */
const bytesOf = (dump: ReadonlyMap<string, string>) =>
  [...dump]
    .filter(([page]) => !page.endsWith('1413998'))
    .map(([page, hex]) => [page, hex.split(' ')[0]])
    .sort();

describe('a serving copy that is damaged', () => {
  it('is compared in full: what is missing, different, too much, and which directories do not do', async () => {
    const { store, archive } = await damagedWorld();
    const before = store.dump();
    expect(await compareServingCopy(usNational, { store, archive })).toEqual({
      kind: 'compared',
      report: {
        ...{ areas: 2, pages: 5, missing: 2, different: 1, extra: 1, directories: 1, mended: 0 },
        ...{ differing: ['1413', '1617'], withoutFile: [] },
      },
    });
    expect(store.dump()).toEqual(before);
  });

  it.each(['before', 'after'] as const)(
    'is restored whenever the process dies, %s a call, while others are answered',
    async (when) => {
      for (let at = 0, ended = false; !ended; at += 1) {
        const { store, archive, sound } = await damagedWorld();
        const guard = dyingAt(at, when);
        const work = restoreServingCopy(usNational, {
          store: guarded(store, guard),
          archive: guardedArchive(archive, guard),
        });
        ended = await work.then(
          () => true,
          (error: unknown) => {
            expect(error).toBeInstanceOf(Interruption);
            return false;
          },
        );
        const lookup = createRegistryLookup(store, { registries: [registry], clock: () => new Date(0) });
        expect(await lookup.lookUp({ e164: toE164('413,5570100'), country: 'US' })).toMatchObject([
          { registered: true, asOf: '2026-03-02' },
        ]);
        await restoreServingCopy(usNational, { store, archive });
        expect(bytesOf(store.dump())).toEqual(bytesOf(sound));
        expect(await compareServingCopy(usNational, { store, archive })).toMatchObject({
          report: { missing: 0, different: 0, extra: 0, directories: 0 },
        });
      }
    },
  );

  it('says so where an import moved the pointer meanwhile', async () => {
    const { store, archive } = await damagedWorld();
    await restoreServingCopy(usNational, { store, archive });
    let first = true;
    const meanwhile = {
      ...archive,
      async read(object: string) {
        if (first) {
          first = false;
          const change = { entries: added('413,5550102'), listDate: '2026-03-03', base: '2026-03-02' };
          await importEntries({ store, archive, ...change });
        }
        return archive.read(object);
      },
    };
    expect((await restoreServingCopy(usNational, { store, archive: meanwhile })).kind).toBe('moved_meanwhile');
    const lookup = createRegistryLookup(store, { registries: [registry], clock: () => new Date(0) });
    expect(await lookup.lookUp({ e164: '+14135550102', country: 'US' })).toMatchObject([{ registered: true }]);
  });

  it('has nothing to compare without a list', async () => {
    const outcome = await compareServingCopy(usNational, {
      store: createMemoryRegistrationStore(),
      archive: createMemorySnapshotArchive(),
    });
    expect(outcome).toEqual({ kind: 'nothing_held' });
  });
});
