import { S3Client } from '@aws-sdk/client-s3';
import { ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { type FauxqsServer, startFauxqs } from 'fauxqs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ComplaintDocuments } from '#shared/complaint/ports.ts';
import { createComplaintDocuments } from '#shared/storage/complaint-documents.ts';
import { createPointerQueue } from '#shared/storage/complaint-queue.ts';
import { fakeDocuments } from '#test/support/complaint/fakes.ts';

let server: FauxqsServer;
beforeAll(async () => {
  server = await startFauxqs({ port: 0, logger: false });
});
afterAll(() => server.stop());

const local = () => ({
  endpoint: `http://127.0.0.1:${server.port}`,
  region: 'us-east-1',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
});

const id = '0123456789ABCDEFGHJKMNPQRS';
const neighbour = '0123456789ABCDEFGHJKMNPQRT';
const document = (text: string) => ({ json: `{"text":"${text}"}`, letter: `${text} ünïcode \u{1F600}\n` });

const stores: readonly (readonly [string, () => ComplaintDocuments])[] = [
  ['in memory', () => fakeDocuments()],
  [
    'in the bucket',
    () => createComplaintDocuments(new S3Client(local()), server.createBucket('complaints').bucketName),
  ],
];

describe.each(stores)('documents %s', (_name, make) => {
  test('come back as they were put, version by version', async () => {
    const documents = make();
    await documents.put(id, 1, document('one'));
    await documents.put(id, 12, document('twelve'));
    await documents.put(id, 1, document('one'));
    expect(await documents.get(id, 1)).toEqual(document('one'));
    expect(await documents.get(id, 12)).toEqual(document('twelve'));
    expect(await documents.get(id, 2)).toBeNull();
  });

  test('are erased up to a version, but for those kept and for other complaints', async () => {
    const documents = make();
    for (const version of [1, 2, 3, 10]) {
      await documents.put(id, version, document(String(version)));
    }
    await documents.put(neighbour, 1, document('neighbour'));
    await documents.erase(id, 3, [2]);
    await documents.erase(id, 3, [2]);
    const left = await Promise.all([1, 2, 3, 10].map((version) => documents.get(id, version)));
    expect(left.map((each) => each?.json ?? null)).toEqual([null, document('2').json, null, document('10').json]);
    expect(await documents.get(neighbour, 1)).not.toBeNull();
  });
});

test('a pointer arrives on the regulator’s queue, with no content', async () => {
  const { queueUrl } = server.createQueue('us-ftc');
  const client = new SQSClient(local());
  const pointer = { id, version: 1, event: 'filed', sha256: 'ab'.repeat(32), href: `/v1/complaints/${id}` } as const;
  const queue = createPointerQueue(client, new Map([['us-ftc', queueUrl]]));
  await queue.send('us-ftc', pointer);
  const { Messages = [] } = await client.send(new ReceiveMessageCommand({ QueueUrl: queueUrl }));
  expect(Messages.map(({ Body = '' }) => JSON.parse(Body))).toEqual([pointer]);
  await expect(queue.send('us-ma-ag', pointer)).rejects.toThrow('us-ma-ag');
});
