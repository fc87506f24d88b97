import { createHash } from 'node:crypto';
import { PutObjectCommand, S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { CreateQueueCommand, DeleteMessageCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { startFauxqs } from 'fauxqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHandler as createLoader } from '#functions/load-registry-area/handler.ts';
import { createHandler as createReader } from '#functions/read-registry-file/handler.ts';
import type { LoadDependencies } from '#shared/registry/uploads/upload-dependencies.ts';
import { uploadObject } from '#shared/registry/uploads/upload-place.ts';
import { silentLog } from '#shared/runtime/log.ts';
import { createAreaQueue } from '#shared/storage/area-queue.ts';
import { composeListLoading } from '#shared/storage/compose-list-loading.ts';
import { createDeclarations } from '#shared/storage/declarations.ts';
import { createRegistrationStore } from '#shared/storage/registration-store.ts';
import { createSnapshotArchive } from '#shared/storage/snapshot-archive-store.ts';
import { createUploadedLists } from '#shared/storage/uploaded-lists.ts';
import { syntheticLines } from '#test/support/flat-list-files.ts';
import { importLines } from '#test/support/import-lines.ts';
import { dyingAt, type Guard, guarded } from '#test/support/memory-registration-store.ts';
import { nameOf } from '#test/support/registry/list-file.ts';
import { guardedArchive } from '#test/support/registry/memory-snapshot-archive.ts';
import { guardedImports, guardedStaged } from '#test/support/registry/memory-uploads.ts';
import { zipOf } from '#test/support/registry/zip-files.ts';
import { createTables, engineClient } from '#test/support/tables.ts';

const client = DynamoDBDocumentClient.from(engineClient(), { marshallOptions: { removeUndefinedValues: true } });
const now = () => new Date('2026-04-02T12:00:00Z');
const areaCodes = ['202', '413', '617'];
const march = syntheticLines(3000, areaCodes, 1);
const april = syntheticLines(4000, [...areaCodes, '808'], 2);
const invocation = { getRemainingTimeInMillis: () => 900_000 };

let server: Awaited<ReturnType<typeof startFauxqs>>;
let s3: S3Client;
let sqs: SQSClient;
let made = 0;
/** What one process that nothing stops makes of the same two lists. */
let expected: Readonly<Record<string, unknown>>;

beforeAll(async () => {
  server = await startFauxqs({ port: 0, logger: false });
  s3 = new S3Client({ ...engine(), forcePathStyle: true });
  sqs = new SQSClient(engine());
  const { table, snapshots } = await place();
  const store = createRegistrationStore({ client, table });
  const archive = createSnapshotArchive(s3, snapshots);
  await importLines({ store, archive, lines: march, listDate: '2026-03-01', now: now() });
  await importLines({ store, archive, lines: april, listDate: '2026-04-01', now: now() });
  expected = await itemsOf(table);
});
afterAll(async () => {
  s3.destroy();
  sqs.destroy();
  await server.stop();
});

const engine = () => ({
  endpoint: `http://127.0.0.1:${server.port}`,
  region: 'us-east-1',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
});

async function place() {
  made += 1;
  const { Registrations: table } = await createTables(engineClient(), 'Registrations');
  const [snapshots, lists] = [`snapshots-${made}`, `lists-${made}`];
  server.createBucket(snapshots);
  server.createBucket(lists);
  // What a killed function did not finish comes again after the queue's time-out, here at once.
  const queue = { QueueName: `areas-${made}`, Attributes: { VisibilityTimeout: '1' } };
  const { QueueUrl: queueUrl = '' } = await sqs.send(new CreateQueueCommand(queue));
  await createDeclarations(client, table).put({
    ...{ registry: 'us-national', subscription: 'synthetic', basis: 'test' },
    ...{ declaredAt: '2026-01-01', madeUpLists: false },
  });
  return { table, snapshots, lists, queueUrl };
}
type Place = Awaited<ReturnType<typeof place>>;

/** Pages, directories and pointer: all that answers, but for the revisions of the pointer, which tell how often it was tried. */
async function itemsOf(table: string): Promise<Readonly<Record<string, unknown>>> {
  const { Items: items = [] } = await client.send(new ScanCommand({ TableName: table, ConsistentRead: true }));
  return Object.fromEntries(
    items
      .filter(({ pk }) => /^(page|area|head)#/.test(String(pk)))
      .map(({ pk, revision: _, loading: __, ...item }) => [String(pk), sha256(JSON.stringify(item))]),
  );
}

function process(at: Place, guard: Guard = (work) => work) {
  const env = { REGISTRATIONS_TABLE: at.table, REGISTRY_BUCKET: at.snapshots, LIST_BUCKET: at.lists };
  const loading = composeListLoading(env, client, s3);
  const { imports, staged, store, archive, units } = loading;
  const deps: LoadDependencies = {
    units,
    now,
    store: guarded(store, guard),
    archive: guardedArchive(archive, guard),
    imports: guardedImports(imports, guard),
    staged: guardedStaged(staged, guard),
  };
  const read = createReader({
    ...deps,
    uploads: createUploadedLists(s3, at.lists),
    declarations: createDeclarations(client, at.table),
    queue: createAreaQueue(sqs, at.queueUrl),
    later: async () => {},
    log: silentLog,
  });
  const load = createLoader({ ...deps, log: silentLog });
  const failed = async (answer: ReturnType<typeof load>) => (await answer).batchItemFailures.length > 0;
  return {
    read: (body: string) => failed(read({ Records: [{ messageId: 'm', body }] }, invocation)),
    load: (body: string) => failed(load({ Records: [{ messageId: 'm', body }] })),
    /** Of April, once its date is known. */
    april: async () => (await imports.list()).find(({ listDate }) => listDate === '2026-04-01'),
    all: imports.list,
  };
}

const eventOf = (key: string) => JSON.stringify({ detail: { bucket: {}, object: { key } } });

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

async function upload(at: Place, file: string, content: string | Uint8Array): Promise<string> {
  const object = uploadObject({ registry: 'us-national', file });
  await s3.send(new PutObjectCommand({ Bucket: at.lists, Key: object, Body: content }));
  return eventOf(object);
}

async function receive({ queueUrl }: Place): Promise<readonly { readonly body: string; done(): Promise<void> }[]> {
  const { Messages: messages = [] } = await sqs.send(
    new ReceiveMessageCommand({
      QueueUrl: queueUrl,
      MaxNumberOfMessages: 10,
      WaitTimeSeconds: 0,
      VisibilityTimeout: 1,
    }),
  );
  return messages.map(({ Body: body = '', ReceiptHandle }) => ({
    body,
    done: async () => void (await sqs.send(new DeleteMessageCommand({ QueueUrl: queueUrl, ReceiptHandle }))),
  }));
}

/** Works off the queue of areas with one process, message by message; answers whether one failed. */
async function workOff(at: Place, worker: ReturnType<typeof process>): Promise<boolean> {
  let failed = false;
  for (const { body, done } of await receive(at)) {
    if (await worker.load(body)) {
      failed = true;
    } else {
      await done();
    }
  }
  return failed;
}

async function worldWithMarch(): Promise<Place> {
  const at = await place();
  expect(await process(at).read(await upload(at, nameOf('us', 'txt', '2026-3-1'), `${march.join('\n')}\n`))).toBe(
    false,
  );
  await workOff(at, process(at));
  expect((await process(at).all()).map(({ state }) => state)).toEqual(['imported']);
  return at;
}

const headOf = async ({ table }: Place) =>
  (await createRegistrationStore({ client, table }).head('us-national')).lists.map(({ listDate }) => listDate);

describe('uploaded lists, on the real engine', () => {
  it('take at most two write units a page, and some for each area and for the whole', async () => {
    const { units, plan, estimate } = (await process(await worldWithMarch()).all())[0] ?? {};
    expect(estimate).toEqual({ read: 2 * (plan?.pages ?? 0), write: 2 * (plan?.pages ?? 0) });
    expect(units?.write).toBeGreaterThan(plan?.pages ?? 0);
    expect(units?.write).toBeLessThanOrEqual(2 * (plan?.pages ?? 0) + 2 * areaCodes.length + 10);
  });

  it('end with the same items as an import in one go, with two workers at once and every message twice', async () => {
    const at = await worldWithMarch();
    const zip = await zipOf(
      [...areaCodes, '808'].map((code) => ({
        name: nameOf(code, 'txt', '2026-4-1'),
        content: `${april.filter((line) => line.startsWith(code)).join('\n')}\n`,
      })),
    );
    const event = await upload(at, 'april.zip', zip);
    expect(await Promise.all([process(at).read(event), process(at).read(event)])).toContain(false);
    await process(at).read(event);
    expect(await headOf(at)).toEqual(['2026-03-01']);
    const bodies = (await receive(at)).map(({ body }) => body);
    expect(bodies.length).toBeGreaterThanOrEqual(4);
    const workers = [process(at), process(at)];
    const outcomes = await Promise.all(
      workers.flatMap((worker, index) => (index === 0 ? bodies : [...bodies].reverse()).map(worker.load)),
    );
    expect(outcomes.every((failed) => !failed)).toBe(true);
    expect(await itemsOf(at.table)).toEqual(expected);
    expect(await headOf(at)).toEqual(['2026-04-01']);
    expect(await process(at).april()).toMatchObject({ state: 'imported', done: ['1202', '1413', '1617', '1808'] });
  });

  it.each([3, 14, 20, 33])('end the same when the process dies at its call %i, and another goes on', async (call) => {
    const at = await worldWithMarch();
    const event = await upload(at, nameOf('us', 'txt', '2026-4-1'), `${april.join('\n')}\n`);
    const dying = process(at, dyingAt(call, call % 2 === 0 ? 'before' : 'after'));
    const died = (await dying.read(event)) || (await workOff(at, dying));
    expect(died).toBe(true);
    expect(['2026-03-01', '2026-04-01']).toContain((await headOf(at)).join());
    expect(await process(at).read(event)).toBe(false);
    for (let round = 0; round < 50 && (await process(at).april())?.state !== 'imported'; round += 1) {
      await workOff(at, process(at));
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    expect(await itemsOf(at.table)).toEqual(expected);
  });

  it('fail, to be tried again, if another file takes the place of the one that is read', async () => {
    const at = await place();
    const uploads = createUploadedLists(s3, at.lists);
    await upload(at, 'list.txt', 'a'.repeat(100));
    const opened = await uploads.open('incoming/us-national/list.txt');
    await upload(at, 'list.txt', 'b'.repeat(100));
    const reading = async () => {
      for await (const chunk of opened?.file.read(0, 100) ?? []) {
        expect(chunk).toBeUndefined();
      }
    };
    await expect(reading()).rejects.toThrow('replaced');
    expect(await uploads.open('incoming/us-national/none.txt')).toBeNull();
  });

  it('are erased only as they were opened: neither another content nor other words under the name', async () => {
    const at = await place();
    const uploads = createUploadedLists(s3, at.lists);
    const object = uploadObject({ registry: 'us-national', file: 'list.txt' });
    const put = async (Body: string, Metadata: Record<string, string> = {}) => {
      await s3.send(new PutObjectCommand({ Bucket: at.lists, Key: object, Body, Metadata }));
      const opened = await uploads.open(object);
      if (opened === null) {
        throw new Error('what was put is not there');
      }
      return opened;
    };
    const wrong = await put('413,5550142\n');
    const corrected = await put('413,5550143\n');
    await uploads.erase(object, wrong);
    const worded = await put('413,5550143\n', { 'list-date': '2026-04-01' });
    await uploads.erase(object, corrected);
    expect(await uploads.open(object)).toMatchObject({ tag: worded.tag, told: worded.told });
    await uploads.erase(object, worded);
    expect(await uploads.open(object)).toBeNull();
    await uploads.erase(object, worded);
  });

  it('are erased on condition that S3 finds the same content, too', async () => {
    const { lists } = await place();
    const object = uploadObject({ registry: 'us-national', file: 'list.txt' });
    await s3.send(new PutObjectCommand({ Bucket: lists, Key: object, Body: '413,5550142\n' }));
    const asked: unknown[] = [];
    const refusing = new S3Client({ ...engine(), forcePathStyle: true });
    refusing.middlewareStack.add(
      (next, { commandName }) =>
        async (args) => {
          if (commandName !== 'DeleteObjectCommand') {
            return next(args);
          }
          asked.push(args.input);
          throw new S3ServiceException({
            name: 'PreconditionFailed',
            $fault: 'client',
            $metadata: { httpStatusCode: 412 },
          });
        },
      { step: 'initialize' },
    );
    const uploads = createUploadedLists(refusing, lists);
    const opened = await uploads.open(object);
    await uploads.erase(object, opened ?? { tag: '', uploadedAt: '', told: {} });
    expect(asked).toEqual([{ Bucket: lists, Key: object, IfMatch: opened?.tag }]);
    refusing.destroy();
  });
});
