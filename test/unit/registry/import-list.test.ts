import { describe, expect, it } from 'vitest';
import type { PageKey, RegistrationStore, SnapshotRecord } from '#shared/registry/registration-ports.ts';
import { createRegistryLookup } from '#shared/registry/registry-look-up.ts';
import { syntheticLines, toE164 } from '#test/support/flat-list-files.ts';
import { importLines } from '#test/support/import-lines.ts';
import { createMemoryRegistrationStore } from '#test/support/memory-registration-store.ts';
import { createMemorySnapshotArchive } from '#test/support/registry/memory-snapshot-archive.ts';

const lookUp = async (store: RegistrationStore, line: string) => {
  const lookup = createRegistryLookup(store, { registries: ['us-national'], clock: () => new Date(0) });
  return (await lookup.lookUp({ e164: toE164(line), country: 'US' }))[0] ?? null;
};
const head = (store: RegistrationStore) => store.head('us-national');

describe('importing a list', () => {
  it('keeps the day of a line that stays, starts a new one, and forgets one that is gone', async () => {
    const store = createMemoryRegistrationStore();
    await importLines({ store, lines: ['413,5550100', '413,5550101'], listDate: '2026-03-01' });
    await importLines({ store, lines: ['413,5550101', '413,5550102'], listDate: '2026-04-01' });
    await importLines({ store, lines: ['413,5550100', '413,5550101', '413,5550102'], listDate: '2026-05-01' });
    expect(await lookUp(store, '413,5550100')).toMatchObject({ registered: true, noLaterThan: '2026-05-01' });
    expect(await lookUp(store, '413,5550101')).toMatchObject({ registered: true, noLaterThan: '2026-03-01' });
    expect(await lookUp(store, '413,5550102')).toMatchObject({ registered: true, noLaterThan: '2026-04-01' });
  });

  it('records who held it, on what basis, and what it was', async () => {
    const store = createMemoryRegistrationStore();
    const outcome = await importLines({ store, lines: ['413,5550100', '202,5550101'], listDate: '2026-03-01' });
    const [list] = (await head(store)).lists;
    const record = await store.snapshot('us-national', list?.snapshot ?? '');
    expect(outcome).toMatchObject({ kind: 'imported', record });
    expect(record).toMatchObject({
      entitlement: { subscription: 'synthetic', basis: 'test' },
      listDate: '2026-03-01',
      areas: 2,
      pages: 2,
      numbers: 2,
    });
  });

  it('replaces the areas it carries and leaves the others as they were', async () => {
    const store = createMemoryRegistrationStore();
    await importLines({ store, lines: ['202,5550100', '413,5550100'], listDate: '2026-03-01' });
    const outcome = await importLines({ store, lines: ['413,5550101'], listDate: '2026-04-01' });
    expect(outcome).toMatchObject({ kind: 'imported', untouchedAreas: ['1202'] });
    expect(await lookUp(store, '202,5550100')).toMatchObject({ registered: true, asOf: '2026-03-01' });
    expect(await lookUp(store, '413,5550100')).toMatchObject({ registered: false, asOf: '2026-04-01' });
    expect(await lookUp(store, '413,5550101')).toMatchObject({ registered: true, asOf: '2026-04-01' });
  });

  it('refuses a list older than the one that is held for an area, and changes nothing', async () => {
    const store = createMemoryRegistrationStore();
    await importLines({ store, lines: ['413,5550100'], listDate: '2026-03-01' });
    const before = await head(store);
    const outcome = await importLines({ store, lines: ['202,5550100', '413,5550101'], listDate: '2026-02-28' });
    expect(outcome).toEqual({
      kind: 'refused',
      message: 'A newer list, of 2026-03-01, is held for +1413; this one is of 2026-02-28.',
    });
    expect(await head(store)).toEqual(before);
  });

  it('takes a corrected list of the same date', async () => {
    const store = createMemoryRegistrationStore();
    await importLines({ store, lines: ['413,5550100'], listDate: '2026-03-01' });
    await importLines({ store, lines: ['413,5550101'], listDate: '2026-03-01' });
    expect(await lookUp(store, '413,5550100')).toMatchObject({ registered: false });
    expect(await lookUp(store, '413,5550101')).toMatchObject({ registered: true, noLaterThan: '2026-03-01' });
  });

  it('refuses a list that lost half of a large area, unless the operator vouches for it', async () => {
    const store = createMemoryRegistrationStore();
    const lines = syntheticLines(10_000, ['413']);
    await importLines({ store, lines, listDate: '2026-03-01' });
    const shorter = { store, lines: lines.slice(0, 4999), listDate: '2026-04-01' };
    expect(await importLines(shorter)).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('--accept-shrink'),
    });
    expect(await lookUp(store, lines[9999] ?? '')).toMatchObject({ registered: true });
    expect(await importLines({ ...shorter, acceptShrink: true })).toMatchObject({ kind: 'imported' });
  });

  it('lets one of two imports at once win, and tells the other', async () => {
    const store = createMemoryRegistrationStore();
    const outcomes = await Promise.all([
      importLines({ store, lines: ['413,5550100'], listDate: '2026-03-01' }),
      importLines({ store, lines: ['413,5550101'], listDate: '2026-03-01' }),
    ]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['imported', 'refused']);
    const winner = outcomes[0]?.kind === 'imported' ? 0 : 1;
    expect(await lookUp(store, '413,5550100')).toMatchObject({ registered: winner === 0 });
    expect(await lookUp(store, '413,5550101')).toMatchObject({ registered: winner === 1 });
  });

  it('lets the same import run twice at once', async () => {
    const store = createMemoryRegistrationStore();
    const same = { store, lines: ['413,5550100'], listDate: '2026-03-01' };
    const outcomes = await Promise.all([importLines(same), importLines(same)]);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['imported', 'imported']);
    expect((await head(store)).lists).toHaveLength(1);
  });
});

describe('pages nobody reads any more', () => {
  const at = (minutes: number) => new Date(Date.UTC(2026, 5, 1, 0, minutes));
  const lists = (store: RegistrationStore) => ({
    first: { store, lines: ['413,5550100', '202,5550100'], listDate: '2026-03-01', now: at(0) },
    second: { store, lines: ['413,5550101', '202,5550101'], listDate: '2026-04-01', now: at(1) },
  });

  it('stay while a look-up may still follow the former pointer, and go with the next import', async () => {
    const store = createMemoryRegistrationStore();
    const { first, second } = lists(store);
    await importLines(first);
    expect(await importLines(second)).toMatchObject({ pagesRemoved: 0 });
    expect(store.dump().size).toBe(4);
    expect(await importLines({ ...second, now: at(11) })).toEqual({ kind: 'already_current', pagesRemoved: 2 });
    expect(store.dump().size).toBe(2);
    expect((await head(store)).retired).toEqual([]);
  });

  it('of an import that was never taken up again go after a day', async () => {
    const store = createMemoryRegistrationStore();
    const { first, second } = lists(store);
    const dying = { ...store, putSnapshot: () => Promise.reject(new Error('dead')) };
    await expect(importLines({ ...first, store: dying })).rejects.toThrow('dead');
    await importLines(second);
    expect((await head(store)).loading).toHaveLength(1);
    expect(await importLines({ ...second, now: at(24 * 60) })).toMatchObject({ pagesRemoved: 2 });
    expect(await head(store)).toMatchObject({ loading: [], retired: [] });
    expect(await lookUp(store, '413,5550101')).toMatchObject({ registered: true });
    expect(store.dump().size).toBe(2);
  });

  it('of an import that another one overtook go with the next one', async () => {
    const store = createMemoryRegistrationStore();
    const { first, second } = lists(store);
    const overtaken = {
      ...store,
      putSnapshot: async (record: SnapshotRecord) => {
        await importLines(second);
        await store.putSnapshot(record);
      },
    };
    expect(await importLines({ ...first, store: overtaken })).toMatchObject({ kind: 'refused' });
    expect(store.dump().size).toBe(4);
    expect(await importLines({ ...second, now: at(2) })).toEqual({ kind: 'already_current', pagesRemoved: 2 });
    expect([store.dump().size, (await head(store)).loading]).toEqual([2, []]);
    expect(await lookUp(store, '413,5550101')).toMatchObject({ registered: true });
  });

  it('are never answered from when an import goes on after it was given up', async () => {
    const store = createMemoryRegistrationStore();
    const held = { store, lines: ['413,5550100'], listDate: '2026-03-01', now: at(0) };
    await importLines(held);
    const slow = { lines: ['413,5550100', '413,5550101'], listDate: '2026-04-01', now: at(1) };
    const standingStill = {
      ...store,
      putSnapshot: async (record: SnapshotRecord) => {
        await importLines({ store, lines: ['202,5550100'], listDate: '2026-04-02', now: at(24 * 60 + 2) });
        await store.putSnapshot(record);
      },
    };
    expect(await importLines({ ...slow, store: standingStill })).toEqual({
      kind: 'refused',
      message: expect.stringContaining('cleared this one away after a day'),
    });
    expect(await lookUp(store, '413,5550100')).toMatchObject({ registered: true, asOf: '2026-03-01' });
    expect(await head(store)).toMatchObject({ loading: [] });
    expect(await importLines({ ...slow, store })).toMatchObject({ kind: 'imported' });
    expect(await lookUp(store, '413,5550101')).toMatchObject({ registered: true, asOf: '2026-04-01' });
  });

  it('also go if they were written after their list was removed', async () => {
    const [store, archive] = [createMemoryRegistrationStore(), createMemorySnapshotArchive()];
    let stoodStill = false;
    const standingStill = {
      ...store,
      putPages: async (pages: Parameters<RegistrationStore['putPages']>[0]) => {
        if (!stoodStill) {
          stoodStill = true;
          const other = { lines: ['202,5550100'], listDate: '2026-04-02', now: at(24 * 60 + 2) };
          await importLines({ store, archive, ...other });
        }
        await store.putPages(pages);
      },
    };
    const slow = { lines: ['413,5550100', '617,5550100'], listDate: '2026-04-01', now: at(1) };
    expect(await importLines({ ...slow, store: standingStill, archive })).toMatchObject({ kind: 'refused' });
    expect([...store.dump().keys()]).toEqual([expect.stringMatching(/1202555$/)]);
    expect([...archive.dump().keys()].filter((object) => object.includes('20260401'))).toEqual([]);
  });

  it('are not those of the same list begun anew, while or after they are removed', async () => {
    const store = createMemoryRegistrationStore();
    const { first, second } = lists(store);
    const elsewhere = { lines: ['617,5550100'], listDate: '2026-04-01', now: at(0) };
    await importLines({ ...elsewhere, store });
    const dying = { ...store, putSnapshot: () => Promise.reject(new Error('dead')) };
    await expect(importLines({ ...first, store: dying })).rejects.toThrow('dead');
    let begunAnew = false;
    const cleaning = {
      ...store,
      removePages: async (keys: readonly PageKey[]) => {
        if (!begunAnew) {
          begunAnew = true;
          expect(await importLines({ ...first, now: at(24 * 60 + 1) })).toMatchObject({ kind: 'imported' });
        }
        await store.removePages(keys);
      },
    };
    const again = { ...elsewhere, store: cleaning, now: at(24 * 60) };
    expect(await importLines(again)).toMatchObject({ kind: 'already_current', pagesRemoved: 2 });
    expect(await lookUp(store, '413,5550100')).toMatchObject({ registered: true });
    expect(await lookUp(store, '202,5550100')).toMatchObject({ registered: true });
    expect(await importLines({ ...second, now: at(24 * 60 + 2) })).toMatchObject({ kind: 'imported' });
  });
});

describe('a store that does not keep what was written', () => {
  it('never becomes the list that answers', async () => {
    const store = createMemoryRegistrationStore();
    await importLines({ store, lines: ['413,5550100'], listDate: '2026-03-01' });
    const forgetful = { ...store, putPages: async () => {} };
    await expect(importLines({ store: forgetful, lines: ['413,5550101'], listDate: '2026-04-01' })).rejects.toThrow(
      'not stored',
    );
    expect(await lookUp(store, '413,5550100')).toMatchObject({ registered: true, asOf: '2026-03-01' });
  });
});
