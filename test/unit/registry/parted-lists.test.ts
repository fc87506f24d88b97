import { expect, it } from 'vitest';
import { archivedAreas } from '#shared/registry/read-snapshot.ts';
import type { RegistrationReader, RegistrationStore } from '#shared/registry/registration-ports.ts';
import { usNational } from '#shared/registry/registries.ts';
import { createRegistryLookup } from '#shared/registry/registry-look-up.ts';
import { compareServingCopy } from '#shared/registry/serving-copy.ts';
import { openSnapshots } from '#shared/registry/snapshot-look-up.ts';
import { toE164 } from '#test/support/flat-list-files.ts';
import { importLines } from '#test/support/import-lines.ts';
import {
  createMemoryRegistrationStore,
  dyingAt,
  guarded,
  Interruption,
} from '#test/support/memory-registration-store.ts';
import { added, deleted, importEntries } from '#test/support/registry/import-changes.ts';
import { createMemorySnapshotArchive } from '#test/support/registry/memory-snapshot-archive.ts';

/** A national list of which each of two area codes had a change list of its own. */
async function partedList() {
  const stores = { store: createMemoryRegistrationStore(), archive: createMemorySnapshotArchive() };
  await importLines({ ...stores, lines: ['413,5550142', '202,5550142'], listDate: '2026-04-01' });
  const second = { ...stores, listDate: '2026-04-02', base: '2026-04-01' };
  await importEntries({ ...second, entries: added('413,5550150'), areas: ['1413'] });
  await importEntries({ ...second, entries: added('202,5550150'), areas: ['1202'] });
  return stores;
}

it('a list of which area codes were changed one by one is changed as a whole again, files and all', async () => {
  const stores = await partedList();
  expect((await stores.store.head('us-national')).lists).toHaveLength(2);
  const outcome = await importEntries({
    ...stores,
    entries: added('413,5550151', '202,5550151'),
    listDate: '2026-04-03',
    base: '2026-04-02',
  });
  expect(outcome.kind).toBe('changed');
  const head = await stores.store.head('us-national');
  expect(head.lists.map(({ areas, listDate }) => ({ areas, listDate }))).toEqual([
    { areas: ['1202', '1413'], listDate: '2026-04-03' },
  ]);
  for (const list of head.lists) {
    expect((await archivedAreas(stores.archive, 'us-national', list)).map(({ area }) => area)).toEqual([
      '1202',
      '1413',
    ]);
  }
  expect(await compareServingCopy(usNational, stores)).toMatchObject({
    kind: 'compared',
    report: { areas: 2, missing: 0, different: 0, extra: 0, withoutFile: [] },
  });
  const lookup = await openSnapshots(stores.archive, head);
  for (const line of ['+14135550151', '+12025550151', '+14135550142', '+12025550150']) {
    expect(await lookup.lookUp(line, 'call')).toMatchObject({ registered: true, asOf: '2026-04-03' });
  }
});

it('so it is where a change list of one of the area codes was begun and given up', async () => {
  const stores = await partedList();
  const third = { listDate: '2026-04-03', base: '2026-04-02' };
  const dying = guarded(stores.store, dyingAt(4, 'after'));
  const givenUp = importEntries({ store: dying, ...third, entries: added('413,5550159'), areas: ['1413'] });
  await expect(givenUp).rejects.toThrow(Interruption);
  const outcome = await importEntries({ ...stores, ...third, entries: added('413,5550151', '202,5550151') });
  expect(outcome.kind).toBe('changed');
  const { lists } = await stores.store.head('us-national');
  expect(lists.map(({ voided }) => voided.length).sort()).toEqual([0, 1]);
  expect(await compareServingCopy(usNational, stores)).toMatchObject({
    report: { areas: 2, missing: 0, different: 0, extra: 0, withoutFile: [] },
  });
});

it('one that changes a single line leaves the files of the other areas where they are', async () => {
  const stores = await partedList();
  await importEntries({ ...stores, entries: added('413,5550151'), listDate: '2026-04-03', base: '2026-04-02' });
  await importEntries({ ...stores, entries: [], listDate: '2026-04-04', base: '2026-04-03' });
  expect(await compareServingCopy(usNational, stores)).toMatchObject({
    kind: 'compared',
    report: { areas: 2, missing: 0, different: 0, extra: 0, withoutFile: [] },
  });
});

/** A national list of which one area code was loaded anew since. */
async function aheadInOneArea(listDate: string) {
  const stores = { store: createMemoryRegistrationStore(), archive: createMemorySnapshotArchive() };
  await importLines({ ...stores, lines: ['413,5550142', '202,5550142'], listDate: '2026-04-01' });
  await importLines({ ...stores, lines: ['413,5550142', '413,5550143'], listDate });
  return stores;
}

const listedOf = async (store: RegistrationReader, ...lines: readonly string[]) => {
  const lookup = createRegistryLookup(store, { registries: ['us-national'], clock: () => new Date() });
  const answers = await Promise.all(lines.map((line) => lookup.lookUp({ e164: toE164(line), country: 'US' })));
  return answers.map(([answer]) => [answer?.registered, answer?.asOf]);
};

it('an area code that is ahead of a change list is passed over, counted, until the lists have come up to it', async () => {
  const stores = await aheadInOneArea('2026-04-02');
  const second = {
    ...stores,
    entries: [...added('202,5550143'), ...deleted('413,5550143')],
    listDate: '2026-04-02',
    base: '2026-04-01',
  };
  expect(await importEntries(second)).toMatchObject({ kind: 'changed', ahead: 1, notHeld: 0, record: { areas: 1 } });
  expect(await listedOf(stores.store, '413,5550143', '202,5550143')).toEqual([
    [true, '2026-04-02'],
    [true, '2026-04-02'],
  ]);
  expect((await importEntries(second)).kind).toBe('already_applied');
  const third = { ...stores, entries: deleted('413,5550143'), listDate: '2026-04-03', base: '2026-04-02' };
  expect(await importEntries(third)).toMatchObject({ kind: 'changed', ahead: 0, record: { areas: 2, deleted: 1 } });
});

it('an area code between a change list and the list it continues refuses it', async () => {
  const stores = await aheadInOneArea('2026-04-02');
  const skipping = { ...stores, listDate: '2026-04-03', base: '2026-04-01' };
  expect(await importEntries({ ...skipping, entries: added('413,5550150', '202,5550143') })).toMatchObject({
    kind: 'refused',
    message: expect.stringMatching(/^For \+1413 the list of 2026-04-02 is held, which is newer/),
  });
});

it('a change list of an area code alone is refused where that is ahead', async () => {
  const stores = await aheadInOneArea('2026-04-03');
  const late = { ...stores, entries: added('413,5550150'), listDate: '2026-04-02', base: '2026-04-01' };
  expect(await importEntries({ ...late, areas: ['1413'] })).toMatchObject({
    kind: 'refused',
    message: expect.stringMatching(/came again or too late/),
  });
});

it('a change list that died before an area code was loaded anew leaves nothing in the others', async () => {
  const stores = { store: createMemoryRegistrationStore(), archive: createMemorySnapshotArchive() };
  await importLines({ ...stores, lines: ['413,5550142', '202,5550142'], listDate: '2026-04-01' });
  const second = { listDate: '2026-04-02', base: '2026-04-01' };
  const store: RegistrationStore = {
    ...stores.store,
    async changePages(pages) {
      await stores.store.changePages(pages);
      throw new Interruption();
    },
  };
  const died = importEntries({ ...stores, store, ...second, entries: added('202,5550150', '413,5550150') });
  await expect(died).rejects.toThrow(Interruption);
  await importLines({ ...stores, lines: ['413,5550142', '413,5550143'], listDate: '2026-04-02' });
  expect((await importEntries({ ...stores, ...second, entries: added('202,9990000') })).kind).toBe('changed');
  expect(await listedOf(stores.store, '202,5550150', '202,9990000')).toEqual([
    [false, '2026-04-02'],
    [true, '2026-04-02'],
  ]);
});
