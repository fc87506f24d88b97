import { expect, it } from 'vitest';
import { showStatus } from '#infra/cli/registry/show-status.ts';
import { importList } from '#shared/registry/import-list.ts';
import { createLineSet } from '#shared/registry/line-set.ts';
import { parseListDate } from '#shared/registry/list-day.ts';
import { everyContact, type ListKind, textMessages, voiceCalls } from '#shared/registry/page-kinds.ts';
import type { RegistrationStore } from '#shared/registry/registration-ports.ts';
import { usNational } from '#shared/registry/registries.ts';
import { createRegistryLookup } from '#shared/registry/registry-look-up.ts';
import { importLines } from '#test/support/import-lines.ts';
import { createMemoryRegistrationStore } from '#test/support/memory-registration-store.ts';
import { added, deleted, importEntries } from '#test/support/registry/import-changes.ts';

const singapore = { ...usNational, id: 'sg-example', callingCode: '65' };

async function importKind(
  store: RegistrationStore,
  kind: ListKind,
  numbers: readonly number[],
  listDate: string,
  registry = singapore,
) {
  const lines = createLineSet();
  for (const number of numbers) {
    lines.add(Math.floor(number / 10_000), number % 10_000, kind);
  }
  return importList(
    {
      registry,
      entitlement: { subscription: 'synthetic', basis: 'test' },
      listDay: parseListDate(listDate) ?? 0,
      numbers: lines,
      summary: { lines: numbers.length, skipped: {} },
      acceptShrink: false,
    },
    { store, now: () => new Date(`${listDate}T12:00:00Z`) },
  );
}

const asking = (store: RegistrationStore, registries: readonly string[]) =>
  createRegistryLookup(store, { registries, clock: () => new Date(0) });

it('a list of one kind answers for that kind alone, and stays with its date when one of another kind comes', async () => {
  const store = createMemoryRegistrationStore();
  const line = { e164: '+6581230142', country: 'SG' };
  await importKind(store, voiceCalls, [6581230142], '2026-03-01');
  const first = asking(store, [singapore.id]);
  expect(await first.lookUp({ ...line, contact: 'text' })).toEqual([]);
  expect(await first.lookUp({ ...line, contact: 'call' })).toMatchObject([
    { registered: true, noLaterThan: '2026-03-01', asOf: '2026-03-01' },
  ]);

  await importKind(store, textMessages, [6581230143], '2026-03-05');
  const second = asking(store, [singapore.id]);
  expect(await second.lookUp({ ...line, contact: 'call' })).toMatchObject([
    { registered: true, noLaterThan: '2026-03-01', asOf: '2026-03-01', kinds: [{ kind: voiceCalls }] },
  ]);
  expect(await second.lookUp({ ...line, contact: 'text' })).toMatchObject([
    { registered: false, noLaterThan: null, asOf: '2026-03-05', kinds: [{ kind: voiceCalls }] },
  ]);
  expect(await second.lookUp({ e164: '+6581230143', country: 'SG', contact: 'text' })).toMatchObject([
    { registered: true, noLaterThan: '2026-03-05' },
  ]);
  expect((await importKind(store, voiceCalls, [6581230142], '2026-02-01')).kind).toBe('refused');

  await importKind(store, voiceCalls, [6581230143], '2026-04-01');
  const third = asking(store, [singapore.id]);
  expect(await third.lookUp({ ...line, contact: 'call' })).toMatchObject([{ registered: false, asOf: '2026-04-01' }]);
  expect(await third.lookUp({ e164: '+6581230143', country: 'SG', contact: 'text' })).toMatchObject([
    { registered: true, noLaterThan: '2026-03-05', asOf: '2026-03-05', kinds: [{ kind: 1 }, { kind: 2 }] },
  ]);
});

it('a change list of one area leaves the others at their date, and only continues its own', async () => {
  const store = createMemoryRegistrationStore();
  await importLines({ store, lines: ['413,5550100', '617,5550100'], listDate: '2026-03-01' });
  const change = { store, base: '2026-03-01', listDate: '2026-03-02' };
  expect(await importEntries({ ...change, areas: ['1413'], entries: added('413,5550101') })).toMatchObject({
    kind: 'changed',
    record: { areas: 1, added: 1, pages: 1 },
  });
  const ask = async (e164: string) => (await asking(store, ['us-national']).lookUp({ e164, country: 'US' }))[0];
  expect(await ask('+14135550101')).toMatchObject({ registered: true, asOf: '2026-03-02' });
  expect(await ask('+16175550100')).toMatchObject({ registered: true, asOf: '2026-03-01' });
  expect(await importEntries({ ...change, areas: ['1617'], entries: deleted('617,5550100') })).toMatchObject({
    kind: 'changed',
  });
  expect(await ask('+16175550100')).toMatchObject({ registered: false, asOf: '2026-03-02' });
  expect(
    await importEntries({ ...change, base: '2026-03-02', listDate: '2026-03-03', entries: added('413,5550102') }),
  ).toMatchObject({ kind: 'changed', record: { areas: 2 } });
});

it('a change list of another kind than is held is refused', async () => {
  const store = createMemoryRegistrationStore();
  await importLines({ store, lines: ['413,5550100'], listDate: '2026-03-01' });
  const entries = [{ line: '413,5550101', operation: 'add', kind: textMessages }] as const;
  expect(await importEntries({ store, entries, listDate: '2026-03-02', base: '2026-03-01' })).toMatchObject({
    kind: 'refused',
    message: expect.stringContaining('of this kind of contact'),
  });
});

it('two registries change without each other, and one read asks both', async () => {
  const store = createMemoryRegistrationStore();
  const other = { ...usNational, id: 'us-other' };
  await importLines({ store, lines: ['413,5550100'], listDate: '2026-03-01' });
  await importLines({ store, lines: ['413,5550100'], listDate: '2026-03-01', registry: other });
  const change = { store, base: '2026-03-01', listDate: '2026-03-02' };
  await importEntries({ ...change, entries: deleted('413,5550100'), registry: other });
  let reads = 0;
  const lookup = createRegistryLookup(
    { heads: store.heads, pages: async (keys) => store.pages(keys).finally(() => (reads += 1)) },
    { registries: ['us-national', 'us-other'], clock: () => new Date(0) },
  );
  expect(await lookup.lookUp({ e164: '+14135550100', country: 'US' })).toMatchObject([
    { registry: 'us-national', registered: true, asOf: '2026-03-01' },
    { registry: 'us-other', registered: false, asOf: '2026-03-02' },
  ]);
  expect(reads).toBe(1);
});

it('a look-up that follows a former pointer answers as before, and asks again after two change lists', async () => {
  const store = createMemoryRegistrationStore();
  const line = { e164: '+14135550100', country: 'US' };
  await importLines({ store, lines: ['413,5550100'], listDate: '2026-03-01' });
  const lookup = asking(store, ['us-national']);
  const answer = async () => (await lookup.lookUp(line))[0];
  expect(await answer()).toMatchObject({ registered: true, asOf: '2026-03-01' });
  const day = (listDate: string, base: string) => ({ store, listDate, base });
  await importEntries({ ...day('2026-03-02', '2026-03-01'), entries: deleted('413,5550100') });
  expect(await answer()).toMatchObject({ registered: true, noLaterThan: '2026-03-01', asOf: '2026-03-01' });
  await importEntries({ ...day('2026-03-03', '2026-03-02'), entries: added('413,5550100') });
  expect(await answer()).toMatchObject({ registered: true, noLaterThan: '2026-03-03', asOf: '2026-03-03' });
});

it('a line deleted and added again within one list starts again, by the day that the list gives', async () => {
  const store = createMemoryRegistrationStore();
  await importLines({ store, lines: ['413,5550100', '413,5550101'], listDate: '2026-03-01' });
  const entries = [
    ...deleted('413,5550100'),
    { line: '413,5550100', operation: 'add', kind: everyContact, date: '2026-03-04' },
    // Dated earlier than the one before it: it does not count.
    { line: '413,5550101', operation: 'add', date: '2026-03-05' },
    { line: '413,5550101', operation: 'delete', date: '2026-03-02' },
  ] as const;
  await importEntries({ store, entries, listDate: '2026-03-06', base: '2026-03-01' });
  const ask = async (e164: string) => (await asking(store, ['us-national']).lookUp({ e164, country: 'US' }))[0];
  expect(await ask('+14135550100')).toMatchObject({ registered: true, noLaterThan: '2026-03-04' });
  expect(await ask('+14135550101')).toMatchObject({ registered: true, noLaterThan: '2026-03-01' });
});

it('a list of one kind is measured by what is held of that kind, not by a list of another', async () => {
  const store = createMemoryRegistrationStore();
  const some = (count: number, step: number) => Array.from({ length: count }, (_, index) => 6581000000 + index * step);
  await importKind(store, voiceCalls, some(12_000, 7), '2026-03-01');
  const small = await importKind(store, textMessages, some(100, 11), '2026-03-02');
  expect(small).toMatchObject({ kind: 'imported' });
  // Cut short, which the last list, a small one of another kind, must not hide.
  const cut = await importKind(store, voiceCalls, some(5_999, 7), '2026-03-03');
  expect(cut).toMatchObject({ kind: 'refused', message: expect.stringContaining('less than half') });
  expect(await importKind(store, voiceCalls, some(6_000, 7), '2026-03-03')).toMatchObject({ kind: 'imported' });
});

it('`registry status` says of what day each kind of contact is, where they differ', async () => {
  const store = createMemoryRegistrationStore();
  const registry = { ...singapore, id: 'sg-dnc' };
  const out: string[] = [];
  const status = async () => {
    const io = { out: (line: string) => void out.push(line), err: () => {} };
    const context = { store, archive: undefined, units: { read: 0, write: 0 }, io, local: true, uploads: null };
    await showStatus([], { ...context, now: () => new Date('2026-03-10T12:00:00Z') });
    return out.splice(0).filter((line) => line.startsWith('sg-dnc') || line.includes(' as of '));
  };
  await importKind(store, voiceCalls, [6581230142], '2026-03-01', registry);
  expect(await status()).toEqual(['sg-dnc: list of 2026-03-01 (9 days), 1 area codes']);
  await importKind(store, textMessages, [6581230143], '2026-03-05', registry);
  expect(await status()).toEqual([
    'sg-dnc: list of 2026-03-05 (5 days), 1 area codes',
    '  voice        as of 2026-03-01',
    '  text         as of 2026-03-05',
  ]);
});
