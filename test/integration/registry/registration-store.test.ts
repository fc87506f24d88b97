import { ThrottlingException } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { maxPageBytes } from '#shared/registry/continue-page.ts';
import { lineAddress } from '#shared/registry/page-address.ts';
import { noListedDays } from '#shared/registry/page-format.ts';
import { everyContact } from '#shared/registry/page-kinds.ts';
import { decodePage } from '#shared/registry/read-page.ts';
import type {
  AreaEntry,
  ChangeRecord,
  RegistrationStore,
  RegistryHead,
  SnapshotRecord,
} from '#shared/registry/registration-ports.ts';
import { createRegistryLookup } from '#shared/registry/registry-look-up.ts';
import { encodePage } from '#shared/registry/write-page.ts';
import { createRegistrationStore } from '#shared/storage/registration-store.ts';
import { syntheticLines, toE164 } from '#test/support/flat-list-files.ts';
import { importLines } from '#test/support/import-lines.ts';
import { createMemoryRegistrationStore, Interruption, interrupted } from '#test/support/memory-registration-store.ts';
import { added, deleted, importEntries } from '#test/support/registry/import-changes.ts';
import { createTables, engineClient } from '#test/support/tables.ts';

const client = engineClient();
const documentClient = DynamoDBDocumentClient.from(client);
let table = '';
const units = { read: 0, write: 0 };
const onUnits = (used: { read: number; write: number }) => {
  units.read += used.read;
  units.write += used.write;
};
const engineStore = () => createRegistrationStore({ client: documentClient, table, onUnits });

beforeAll(async () => {
  table = (await createTables(client, 'Registrations')).Registrations;
});

describe.each<[string, () => RegistrationStore]>([
  ['in memory', createMemoryRegistrationStore],
  ['in DynamoDB', engineStore],
])('a store of held lists %s', (where, createStore) => {
  const registry = `contract-${where.length}`;
  const bytes = (fill: number) => new Uint8Array(1300).fill(fill);
  const key = (page: string) => ({ registry, snapshot: 's1', page });
  let store: RegistrationStore;
  beforeAll(() => {
    store = createStore();
  });

  it('has an empty head at first, and replaces it only from the revision it had', async () => {
    const empty = await store.head(registry);
    expect(empty).toEqual({ registry, revision: 0, generation: 0, lists: [], loading: [], retired: [], changing: [] });
    const held = {
      listDate: '2026-03-01',
      kinds: [{ kind: 1, listDate: '2026-03-01' }],
      change: 7,
      voided: [5, 6],
      changeDigest: 'c',
    };
    const next: RegistryHead = {
      ...empty,
      generation: 1,
      lists: [{ ...held, snapshot: 's1', areas: ['1202', '1413'] }],
      loading: [
        { snapshot: 's2', areas: [], startedAt: '2026-03-02T00:00:00.000Z' },
        { snapshot: 's3', areas: ['1413'], startedAt: '2026-03-01T00:00:00.000Z', givenUp: true },
      ],
      retired: [{ ...held, snapshot: 's0', areas: ['1202'], retiredAt: '2026-03-02T00:00:00.000Z' }],
      changing: [{ change: 8, digest: 'd', listDate: '2026-03-03', areas: ['1413'], kinds: [0], startedAt: '' }],
    };
    expect(await store.replaceHead(next)).toBe('replaced');
    expect(await store.head(registry)).toEqual({ ...next, revision: 1 });
    expect(await store.replaceHead(next)).toBe('outdated');
    expect(await store.replaceHead({ ...next, revision: 2 })).toBe('outdated');
    expect(await store.replaceHead({ ...next, revision: 1, generation: 7 })).toBe('replaced');
    expect(await store.heads([`${registry}-absent`, registry])).toEqual([{ ...next, revision: 2, generation: 7 }]);
  });

  it('writes, reads in the order asked, overwrites and removes pages', async () => {
    const many = Array.from({ length: 60 }, (_, index) => key(`1413${100 + index}`));
    await store.putPages(many.map((each, index) => ({ ...each, bytes: bytes(index) })));
    const asked = [key('1413159'), key('1413999'), key('1413100'), key('1413159')];
    expect((await store.pages(asked)).map((page) => page?.bytes[0] ?? null)).toEqual([59, null, 0, 59]);
    expect((await store.storedPages(asked)).map((page) => page?.bytes[0] ?? null)).toEqual([59, null, 0, 59]);
    await store.putPages([{ ...key('1413100'), bytes: bytes(200) }]);
    expect((await store.storedPages([key('1413100')]))[0]).toEqual({ bytes: bytes(200), change: 0, undo: null });
    await store.removePages(many.slice(0, 59));
    await store.removePages(many.slice(0, 59));
    expect((await store.storedPages(many)).filter((page) => page !== null)).toHaveLength(1);
  });

  it('changes each page only from the change it had', async () => {
    const undo = { change: 0, bytes: Uint8Array.of(0x55) };
    const page = (name: string, change: number, after: number | null) => ({
      ...key(name),
      bytes: bytes(change),
      change,
      undo,
      after,
    });
    await store.putPages([{ ...key('1617100'), bytes: bytes(9) }]);
    expect(await store.changePages([page('1617100', 4, 0), page('1617101', 4, 0), page('1617102', 4, null)])).toEqual([
      'changed',
      'outdated',
      'changed',
    ]);
    expect(await store.changePages([page('1617100', 5, 0), page('1617101', 5, 4), page('1617102', 5, null)])).toEqual([
      'outdated',
      'outdated',
      'outdated',
    ]);
    expect(await store.changePages([page('1617102', 6, 4)])).toEqual(['changed']);
    const kept = (change: number) => ({ bytes: bytes(change), change, undo });
    expect(await store.storedPages([key('1617100'), key('1617101'), key('1617102')])).toEqual([kept(4), null, kept(6)]);
  });

  it('keeps what a change list wrote on a page when the full list is written once more, late', async () => {
    const undo = { change: 0, bytes: Uint8Array.of(0x55) };
    const pages = ['1808100', '1808101', '1808102'].map((page) => ({ ...key(page), bytes: bytes(1) }));
    const changed = { ...key('1808101'), bytes: bytes(2), change: 4, undo, after: 0 };
    await store.putPages(pages);
    expect(await store.changePages([changed])).toEqual(['changed']);
    await store.removePages(pages.slice(2));
    await store.putPages(pages.map((page) => ({ ...page, bytes: bytes(3) })));
    const asLoaded = { bytes: bytes(3), change: 0, undo: null };
    expect(await store.storedPages(pages)).toEqual([asLoaded, { bytes: bytes(2), change: 4, undo }, asLoaded]);
  });

  it('keeps directories and records', async () => {
    const entry: AreaEntry = {
      registry,
      snapshot: 's1',
      area: '1413',
      pages: ['1413000', '1413555', '1413999'],
      numbers: 3,
      digest: 'ab',
    };
    await store.putAreas([entry]);
    const { area: _, ...rest } = entry;
    expect(await store.areas([{ registry, snapshot: 's1', area: '1202' }, entry])).toEqual([
      null,
      { ...rest, area: '1413' },
    ]);
    await store.removeAreas([entry]);
    expect(await store.areas([entry])).toEqual([null]);
    const record: SnapshotRecord = {
      registry,
      snapshot: 's1',
      listDate: '2026-03-01',
      entitlement: { subscription: '1', basis: 'b' },
      importedAt: '2026-03-02T00:00:00.000Z',
      areas: 1,
      pages: 3,
      numbers: 3,
      lines: 3,
      skipped: 0,
      blurred: 0,
    };
    expect(await store.snapshot(registry, 's1')).toBeNull();
    await store.putSnapshot(record);
    expect(await store.snapshot(registry, 's1')).toEqual(record);
    const change: ChangeRecord = {
      registry,
      change: 4,
      listDate: '2026-03-02',
      baseDate: '2026-03-01',
      entitlement: { subscription: '1', basis: 'b' },
      importedAt: '2026-03-02T00:00:00.000Z',
      areas: 1,
      pages: 3,
      added: 2,
      deleted: 1,
      restarted: 0,
      lines: 3,
      skipped: 0,
    };
    expect(await store.changeRecord(registry, 4)).toBeNull();
    await store.putChangeRecord(change);
    expect(await store.changeRecord(registry, 4)).toEqual(change);
  });
});

describe('20,000 numbers on the engine', () => {
  const areaCodes = ['202', '413', '617', '808'];
  const march = syntheticLines(20_000, areaCodes);
  const extra = syntheticLines(22_000, areaCodes, 2).filter((line, index) => index % 22 === 0 && !march.includes(line));
  const april = [...march.slice(500), ...extra];
  const lookup = () => createRegistryLookup(engineStore(), { registries: ['us-national'], clock: () => new Date(0) });

  it('are loaded at two write units a page at most, and the same list again writes nothing', async () => {
    units.write = 0;
    const outcome = await importLines({ store: engineStore(), lines: march, listDate: '2026-03-01' });
    const pages = new Set(march.map((line) => lineAddress(toE164(line))?.page)).size;
    expect(outcome).toMatchObject({ kind: 'imported', record: { numbers: 20_000, pages } });
    // The pointer twice, the record and a directory an area come on top of the pages.
    expect(units.write).toBeLessThanOrEqual(2 * pages + 3 + areaCodes.length);
    units.write = 0;
    expect(await importLines({ store: engineStore(), lines: march, listDate: '2026-03-01' })).toMatchObject({
      kind: 'already_current',
    });
    expect(units.write).toBe(0);
  });

  it('are all found, and no other', async () => {
    const listed = new Set(march);
    const asked = lookup();
    const strangers = extra
      .slice(0, 300)
      .concat(['202,2000000', '202,9999999'])
      .filter((line) => !listed.has(line));
    for (const line of [...march.filter((_, index) => index % 40 === 0), ...strangers]) {
      const [answer, ...more] = await asked.lookUp({ e164: toE164(line), country: 'US' });
      expect(more).toEqual([]);
      expect(answer).toMatchObject({ registered: listed.has(line), asOf: '2026-03-01' });
    }
    expect(await asked.lookUp({ e164: '+14165550142', country: 'CA' })).toEqual([]);
  });

  it('cost half a read unit a check', async () => {
    const asked = lookup();
    const ask = (line: string) => asked.lookUp({ e164: toE164(line), country: 'US' });
    await ask(march[0] ?? '');
    units.read = 0;
    await Promise.all(march.slice(1, 21).map(ask));
    expect(units.read).toBe(20 * 0.5);
  });

  it('answer as before while a newer list dies half-way, which then ends as if it had not', async () => {
    const kept = march[600] ?? '';
    const fresh = extra[0] ?? '';
    const gone = march[0] ?? '';
    const answers = async () => {
      const asked = lookup();
      return Promise.all(
        [kept, fresh, gone].map(async (line) => (await asked.lookUp({ e164: toE164(line), country: 'US' }))[0]),
      );
    };
    const before = await answers();
    const dying = importLines({ store: interrupted(engineStore(), 9, 'after'), lines: april, listDate: '2026-04-01' });
    await expect(dying).rejects.toThrow(Interruption);
    expect(await answers()).toEqual(before);
    const { lists, loading } = await engineStore().head('us-national');
    expect(lists).toMatchObject([{ listDate: '2026-03-01' }]);
    expect(loading).toHaveLength(1);

    expect(await importLines({ store: engineStore(), lines: april, listDate: '2026-04-01' })).toMatchObject({
      kind: 'imported',
    });
    expect(await answers()).toMatchObject([
      { registered: true, noLaterThan: '2026-03-01', asOf: '2026-04-01' },
      { registered: true, noLaterThan: '2026-04-01', asOf: '2026-04-01' },
      { registered: false, noLaterThan: null, asOf: '2026-04-01' },
    ]);
    const after = await engineStore().head('us-national');
    expect(after).toMatchObject({
      lists: [{ listDate: '2026-04-01' }],
      loading: [],
      retired: [{ areas: areaCodes.map((code) => `1${code}`) }],
    });

    const later = new Date('2026-04-02T00:00:00Z');
    await importLines({ store: engineStore(), lines: april, listDate: '2026-04-01', now: later });
    const formerSnapshot = lists[0]?.snapshot ?? '';
    const page = lineAddress(toE164(kept))?.page ?? '';
    expect(await engineStore().storedPages([{ registry: 'us-national', snapshot: formerSnapshot, page }])).toEqual([
      null,
    ]);
    expect((await engineStore().head('us-national')).retired).toEqual([]);
  });

  it('are kept current at under two write units a changed page, and half a read unit a check all the while', async () => {
    const lists = (await engineStore().head('us-national')).lists;
    const base = lists[0]?.listDate ?? '';
    const pages = (each: readonly string[]) => new Set(each.map((line) => lineAddress(toE164(line))?.page));
    const fresh = syntheticLines(1000, areaCodes, 3).filter((line) => !april.includes(line));
    const gone = april.slice(0, 200);
    const changed = pages([...fresh, ...gone]).size;
    const asked = lookup();
    const ask = async (line: string) => (await asked.lookUp({ e164: toE164(line), country: 'US' }))[0]?.registered;
    expect(await ask(gone[0] ?? '')).toBe(true);
    units.write = 0;
    const listDate = '2026-04-02';
    const entries = [...added(...fresh), ...deleted(...gone)];
    const outcome = await importEntries({ store: engineStore(), entries, listDate, base });
    expect(outcome).toMatchObject({
      kind: 'changed',
      record: { added: fresh.length, deleted: gone.length, pages: changed },
    });
    // Twice the pointer, the record, and directories of areas with new pages.
    expect(units.write).toBeLessThanOrEqual(2 * changed + 3 + areaCodes.length);
    units.read = 0;
    // The pointer it follows is the former one, so it answers as before.
    for (const line of [...gone.slice(0, 10), ...fresh.slice(0, 10)]) {
      expect(await ask(line)).toBe(gone.includes(line));
    }
    expect(units.read).toBe(20 * 0.5);
    const now = lookup();
    for (const line of [...gone.slice(0, 10), ...fresh.slice(0, 10)]) {
      const [answer] = await now.lookUp({ e164: toE164(line), country: 'US' });
      expect(answer).toMatchObject({ registered: fresh.includes(line), asOf: listDate });
    }
  });

  it('a page as full as pages get costs two write units', async () => {
    const days = noListedDays()
      .fill(20_000, 0, 9000)
      .map((day, line) => (line % 11 === 0 && line < 9000 ? 20_000 + 1 + (line % 400) : day));
    const name = { callingCode: '999', page: '99999999999' };
    const layers = [{ kind: everyContact, days }];
    const bytes = encodePage(name, { layers }, { windowStart: 19_000, maxBytes: maxPageBytes }).page;
    expect(bytes.length).toBeGreaterThan(1450);
    units.write = 0;
    await engineStore().putPages([
      { registry: 'us-national', snapshot: '20260301-01234567', page: '999999999999', bytes },
    ]);
    expect(units.write).toBe(2);
    expect(decodePage(bytes)).toEqual(days);
  });
});

describe('requests that DynamoDB leaves half done', () => {
  it('are sent again with what is left, ever more slowly, and are not given up early', async () => {
    const busy = DynamoDBDocumentClient.from(engineClient());
    let writes = 0;
    const pauses: number[] = [];
    busy.middlewareStack.add(
      (next) => async (args) => {
        const answer = await next(args);
        writes += 1;
        return writes > 3 ? answer : { ...answer, output: { ...answer.output, ...leftover(args.input) } };
      },
      { step: 'initialize', priority: 'high' },
    );
    const store = createRegistrationStore({ client: busy, table, sleep: async (pause) => void pauses.push(pause) });
    const keys = ['1', '2', '3'].map((page) => ({ registry: 'busy', snapshot: 's', page }));
    const directories = keys.map((key) => ({ ...key, area: key.page, pages: [], numbers: 0, digest: '' }));
    await store.putAreas(directories);
    expect(pauses).toEqual([50, 100, 200]);
    await store.putPages(keys.map((key) => ({ ...key, bytes: Uint8Array.of(1) })));
    writes = 2;
    expect(await store.storedPages(keys)).toEqual(keys.map(() => ({ bytes: Uint8Array.of(1), change: 0, undo: null })));
    writes = Number.NEGATIVE_INFINITY;
    await expect(store.removePages(keys)).rejects.toThrow(/left undone 10 times/);
  });

  it('of which each is one page are sent again when they come too fast', async () => {
    const busy = DynamoDBDocumentClient.from(engineClient());
    let refusals = 3;
    const pauses: number[] = [];
    busy.middlewareStack.add(
      (next) => async (args) => {
        refusals -= 1;
        if (refusals >= 0) {
          throw new ThrottlingException({ message: 'too fast', $metadata: {} });
        }
        return next(args);
      },
      { step: 'initialize', priority: 'high' },
    );
    const store = createRegistrationStore({ client: busy, table, sleep: async (pause) => void pauses.push(pause) });
    const page = { registry: 'busy', snapshot: 's', page: '4', bytes: Uint8Array.of(1) };
    await store.putPages([page]);
    expect(pauses).toEqual([50, 100, 200]);
    expect(await store.storedPages([page])).toEqual([{ bytes: Uint8Array.of(1), change: 0, undo: null }]);
    refusals = Number.POSITIVE_INFINITY;
    await expect(store.putPages([page])).rejects.toThrow(/left undone 10 times/);
  });

  /** Claims that the last request of a batch was not processed. */
  function leftover(input: object): object {
    const asked: unknown = 'RequestItems' in input ? Object.values(Object(input.RequestItems))[0] : undefined;
    return Array.isArray(asked)
      ? { UnprocessedItems: { [table]: asked.slice(-1) } }
      : { UnprocessedKeys: { [table]: { Keys: keysOf(asked).slice(-1) } } };
  }

  function keysOf(asked: unknown): readonly unknown[] {
    return typeof asked === 'object' && asked !== null && 'Keys' in asked && Array.isArray(asked.Keys)
      ? asked.Keys
      : [];
  }
});
