import { describe, expect, it } from 'vitest';
import { DamagedPageError } from '#shared/registry/page-format.ts';
import type { RegistrationStore } from '#shared/registry/registration-ports.ts';
import { type RegistryDefinition, usNational } from '#shared/registry/registries.ts';
import { createRegistryLookup } from '#shared/registry/registry-look-up.ts';
import { importLines } from '#test/support/import-lines.ts';
import { createMemoryRegistrationStore } from '#test/support/memory-registration-store.ts';

const other: RegistryDefinition = { ...usNational, id: 'us-other' };
const registries = [usNational.id, other.id];
const line = { e164: '+14135550142', country: 'US' };
const lines = ['413,5550142'];

function counted(store: RegistrationStore) {
  const calls = { heads: 0, pages: 0 };
  const reader = {
    heads: (ids: readonly string[]) => {
      calls.heads += 1;
      return store.heads(ids);
    },
    pages: (keys: Parameters<RegistrationStore['pages']>[0]) => {
      calls.pages += 1;
      return store.pages(keys);
    },
  };
  return { reader, calls };
}

describe('the look-up', () => {
  it('says nothing where no list covers the area', async () => {
    const store = createMemoryRegistrationStore();
    const { reader, calls } = counted(store);
    const lookup = createRegistryLookup(reader, { registries, clock: () => new Date(0) });
    expect(await lookup.lookUp(line)).toEqual([]);
    await importLines({ store, lines: ['617,5550142'], listDate: '2026-03-01' });
    const later = createRegistryLookup(reader, { registries, clock: () => new Date(0) });
    expect(await later.lookUp(line)).toEqual([]);
    expect(calls.pages).toBe(0);
  });

  it('tells listed lines from others of the area, with the date of the list', async () => {
    const store = createMemoryRegistrationStore();
    await importLines({ store, lines, listDate: '2026-03-01' });
    await importLines({ store, lines, listDate: '2026-04-01' });
    const lookup = createRegistryLookup(store, { registries, clock: () => new Date(0) });
    // 31 days after the list's date it may still be gone by.
    const rest = { registry: 'us-national', since: null, asOf: '2026-04-01', staleFrom: '2026-05-03' };
    expect(await lookup.lookUp(line)).toEqual([{ ...rest, registered: true, noLaterThan: '2026-03-01' }]);
    for (const e164 of ['+14135550143', '+14135560142', '+14139999999']) {
      expect(await lookup.lookUp({ e164, country: 'US' })).toEqual([{ ...rest, registered: false, noLaterThan: null }]);
    }
  });

  it.each(['', '4135550142', '+1413555014', '+141355501422', '+0135550142', '+1413555014a', '+112'])(
    'says nothing about %j, which is no line of the list',
    async (e164) => {
      const store = createMemoryRegistrationStore();
      await importLines({ store, lines, listDate: '2026-03-01' });
      const lookup = createRegistryLookup(store, { registries, clock: () => new Date(0) });
      expect(await lookup.lookUp({ e164, country: null })).toEqual([]);
    },
  );

  it('asks all covering registries in one read', async () => {
    const store = createMemoryRegistrationStore();
    await importLines({ store, lines, listDate: '2026-03-01' });
    await importLines({ store, lines: ['413,5550143'], listDate: '2026-03-15', registry: other });
    const { reader, calls } = counted(store);
    const lookup = createRegistryLookup(reader, { registries, clock: () => new Date(0) });
    expect(await lookup.lookUp(line)).toMatchObject([
      { registry: 'us-national', registered: true, asOf: '2026-03-01' },
      { registry: 'us-other', registered: false, asOf: '2026-03-15' },
    ]);
    expect(calls).toEqual({ heads: 1, pages: 1 });
  });

  it('follows a pointer for a minute, then asks again', async () => {
    const store = createMemoryRegistrationStore();
    await importLines({ store, lines, listDate: '2026-03-01' });
    const { reader, calls } = counted(store);
    let now = 0;
    const lookup = createRegistryLookup(reader, { registries, clock: () => new Date(now) });
    const asOf = async () => (await lookup.lookUp(line))[0]?.asOf;
    expect(await asOf()).toBe('2026-03-01');
    await importLines({ store, lines, listDate: '2026-04-01' });
    now = 59_999;
    expect(await asOf()).toBe('2026-03-01');
    expect(calls.heads).toBe(1);
    now = 60_000;
    expect(await asOf()).toBe('2026-04-01');
    expect(calls.heads).toBe(2);
  });

  it('tries again after pointers could not be read', async () => {
    const store = createMemoryRegistrationStore();
    await importLines({ store, lines, listDate: '2026-03-01' });
    let broken = true;
    const lookup = createRegistryLookup(
      { pages: store.pages, heads: (ids) => (broken ? Promise.reject(new Error('down')) : store.heads(ids)) },
      { registries, clock: () => new Date(0) },
    );
    await expect(lookup.lookUp(line)).rejects.toThrow('down');
    broken = false;
    expect(await lookup.lookUp(line)).toHaveLength(1);
  });

  it('never answers from a damaged page', async () => {
    const store = createMemoryRegistrationStore();
    await importLines({ store, lines, listDate: '2026-03-01' });
    const lookup = createRegistryLookup(
      { heads: store.heads, pages: async () => [{ bytes: Uint8Array.of(1, 2, 3), change: 0, undo: null }] },
      { registries, clock: () => new Date(0) },
    );
    await expect(lookup.lookUp(line)).rejects.toThrow(DamagedPageError);
  });
});
