import { expect, it } from 'vitest';
import { archivedAreas } from '#shared/registry/read-snapshot.ts';
import { usNational } from '#shared/registry/registries.ts';
import { compareServingCopy } from '#shared/registry/serving-copy.ts';
import { openSnapshots } from '#shared/registry/snapshot-look-up.ts';
import { importLines } from '#test/support/import-lines.ts';
import {
  createMemoryRegistrationStore,
  dyingAt,
  guarded,
  Interruption,
} from '#test/support/memory-registration-store.ts';
import { added, importEntries } from '#test/support/registry/import-changes.ts';
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
