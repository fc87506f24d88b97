import { DeleteObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { DeleteCommand, DynamoDBDocumentClient, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { registryCommand } from '#infra/cli/commands/registry.ts';
import { createRegistryLookup } from '#shared/registry/registry-look-up.ts';
import { registrationAreaKey, registrationPageKey, snapshotAreaKey } from '#shared/storage/keys.ts';
import { createRegistrationStore } from '#shared/storage/registration-store.ts';
import { createSnapshotArchive } from '#shared/storage/snapshot-archive-store.ts';
import { startBucket } from '#test/support/export/bucket.ts';
import { syntheticLines, toE164 } from '#test/support/flat-list-files.ts';
import { importLines } from '#test/support/import-lines.ts';
import { added, importEntries } from '#test/support/registry/import-changes.ts';
import { createTables, engineClient } from '#test/support/tables.ts';

const client = engineClient();
const documentClient = DynamoDBDocumentClient.from(client);
const registry = 'us-national';
const lines = syntheticLines(1_500, ['413', '617']);
let bucket: Awaited<ReturnType<typeof startBucket>>;
let table = '';

beforeAll(async () => {
  bucket = await startBucket();
});
afterAll(() => bucket.stop());
beforeEach(async () => {
  table = (await createTables(client, 'Registrations')).Registrations;
});

const storeOf = () => createRegistrationStore({ client: documentClient, table });

async function run(...args: readonly string[]) {
  const said: string[] = [];
  const io = { out: (line: string) => void said.push(line), err: (line: string) => void said.push(line) };
  const status = await registryCommand(
    args,
    {
      documentClient,
      local: true,
      s3Client: bucket.client,
      directory: { tables: { Registrations: table }, buckets: { registries: bucket.bucketName } },
    },
    io,
  );
  return { status, said: said.join('\n') };
}

/** A list, and a change list on top of it where `changed`. */
async function load(changed: boolean) {
  const store = storeOf();
  const archive = createSnapshotArchive(bucket.client, bucket.bucketName);
  await importLines({ store, archive, lines, listDate: '2026-03-01' });
  if (changed) {
    const entries = added('413,2000001', '617,2000001', '617,9990001');
    await importEntries({ store, archive, entries, listDate: '2026-03-02', base: '2026-03-01' });
  }
  const [list] = (await store.head(registry)).lists;
  if (list === undefined) {
    throw new Error('nothing was imported');
  }
  const [entry] = await store.areas([{ registry, snapshot: list.snapshot, area: '1413' }]);
  const pages = entry?.pages ?? [];
  const key = (page: string) => ({ registry, snapshot: list.snapshot, page });
  const item = (page: string) => ({ pk: registrationPageKey(registry, list.snapshot, page) });
  const bytes = async () => (await store.storedPages(pages.map(key))).map((page) => Buffer.from(page?.bytes ?? []));
  return { store, archive, list, pages, key, item, bytes };
}

type World = Awaited<ReturnType<typeof load>>;

/** Deletes a page, flips a bit of the second, makes the third no page, puts the fourth in place of another, adds one. */
async function damage({ item, pages, list }: World) {
  const [first = '', second = '', third = '', fourth = '', fifth = ''] = pages;
  const TableName = table;
  const page = async (name: string) => {
    const { Item } = await documentClient.send(new GetCommand({ TableName, Key: item(name) }));
    return Buffer.from(Item?.['page']);
  };
  await documentClient.send(new DeleteCommand({ TableName, Key: item(first) }));
  const flipped = await page(second);
  flipped.writeUInt8(flipped.readUInt8(20) ^ 4, 20);
  const replace = (name: string, bytes: unknown) =>
    documentClient.send(
      new UpdateCommand({
        TableName,
        Key: item(name),
        UpdateExpression: 'SET #page = :page',
        ExpressionAttributeNames: { '#page': 'page' },
        ExpressionAttributeValues: { ':page': bytes },
      }),
    );
  await replace(second, flipped);
  await replace(third, 'no page');
  await replace(fifth, await page(fourth));
  await documentClient.send(new PutCommand({ TableName, Item: { ...item('1413998'), page: await page(fourth) } }));
  const directory = registrationAreaKey(registry, list.snapshot, '1617');
  await documentClient.send(new DeleteCommand({ TableName, Key: { pk: directory } }));
}

describe.each([
  ['of a full list', false],
  ['after a change list', true],
])('the serving copy %s', (_, changed) => {
  it('is verified against the snapshot, and restored to the same bytes', async () => {
    const world = await load(changed);
    const before = await world.bytes();
    expect(await run('verify', registry)).toMatchObject({ status: 0 });

    await damage(world);
    const broken = await run('verify', registry);
    expect(broken.status).toBe(1);
    expect(broken.said).toMatch(/missing +1, whose/);
    expect(broken.said).toMatch(/different +3, that/);
    expect(broken.said).toMatch(/extra +1, with/);
    expect(broken.said).toMatch(/directories +1, of/);
    expect(broken.said).toContain('+1413, +1617');
    expect(broken.said).toContain('registry restore us-national');

    const restored = await run('restore', registry);
    expect(restored).toMatchObject({ status: 0, said: expect.stringMatching(/restored +6/) });
    expect(await world.bytes()).toEqual(before);
    expect((await run('verify', registry)).status).toBe(0);
    expect((await run('restore', registry)).said).toContain('write units  0,');
    expect(await world.store.areas([{ registry, snapshot: world.list.snapshot, area: '1617' }])).toMatchObject([
      { numbers: expect.any(Number) },
    ]);
  });
});

it('is the base of the next change list, and readers with an older pointer read it again', async () => {
  const world = await load(true);
  const { store, archive } = world;
  const lookup = createRegistryLookup(store, { registries: [registry], clock: () => new Date() });
  const answer = async (line: string) => (await lookup.lookUp({ e164: toE164(line), country: 'US' }))[0];
  const [line = ''] = lines;
  expect(await answer(line)).toMatchObject({ registered: true, asOf: '2026-03-02' });
  const change = { store, archive, entries: added('413,2000002'), listDate: '2026-03-03', base: '2026-03-02' };
  await importEntries(change);
  await damage(world);
  await run('restore', registry);
  expect(await answer(line)).toMatchObject({ registered: true, asOf: '2026-03-03' });
  const next = { store, archive, entries: added('413,2000003'), listDate: '2026-03-04', base: '2026-03-03' };
  expect((await importEntries(next)).kind).toBe('changed');
  expect((await run('verify', registry)).status).toBe(0);
});

it('is left as it is where the snapshot has no sound file, and that is said', async () => {
  const { list, bytes } = await load(false);
  const before = await bytes();
  const Key = snapshotAreaKey({ registry, snapshot: list.snapshot, change: 0, area: '1413' });
  const place = { Bucket: bucket.bucketName, Key };
  await bucket.client.send(new PutObjectCommand({ ...place, Body: 'something else' }));
  const verified = await run('verify', registry);
  expect(verified).toMatchObject({ status: 1, said: expect.stringContaining('no sound file for +1413') });
  await bucket.client.send(new DeleteObjectCommand(place));
  expect(await run('restore', registry)).toMatchObject({ status: 1 });
  expect(await bytes()).toEqual(before);
});

it('needs a list, a registry that is known, and a bucket', async () => {
  expect(await run('verify', registry)).toMatchObject({
    status: 1,
    said: expect.stringContaining('nothing to verify'),
  });
  expect(await run('restore', 'us-nowhere')).toMatchObject({ status: 1, said: expect.stringContaining('known: us-') });
  expect((await run('restore')).status).toBe(2);
});
