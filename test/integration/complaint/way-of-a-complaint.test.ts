import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { type FauxqsServer, startFauxqs } from 'fauxqs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHandler as createDecide } from '#functions/decide-complaints/handler.ts';
import { createHandler as createQueue } from '#functions/queue-complaints/handler.ts';
import { createHandler as createServe } from '#functions/serve-complaints/handler.ts';
import { createHandler as createSweep } from '#functions/sweep-complaints/handler.ts';
import { registerKey } from '#shared/access/register-key.ts';
import { createComplaintReader, createLetterReader } from '#shared/complaint/reporter-complaints.ts';
import { evaluate } from '#shared/law/evaluate.ts';
import { complaintRegulators, regulators } from '#shared/law/rulebooks.ts';
import type { Report } from '#shared/report/report.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import type { Log } from '#shared/runtime/log.ts';
import { createComplaintDocuments } from '#shared/storage/complaint-documents.ts';
import { createComplaintList } from '#shared/storage/complaint-list.ts';
import { createComplaintOutbox } from '#shared/storage/complaint-outbox.ts';
import { createPointerQueue } from '#shared/storage/complaint-queue.ts';
import { createComplaintStore } from '#shared/storage/complaint-store.ts';
import { reportToItem } from '#shared/storage/report-item.ts';
import { fakeAuditTrail, fakeKeyStore } from '#test/support/access/fake-access.ts';
import { aRegistration } from '#test/support/access/registrations.ts';
import { aContent, aReport, corrected, withdrawn } from '#test/support/complaint/builders.ts';
import { httpEvent, jsonOf } from '#test/support/http-event.ts';
import { createTables, engineClient } from '#test/support/tables.ts';

// Nothing of these may show in a log, a message or an answer to the wrong one.
const canary = { name: 'Zebulon Quillfeather', line: '+14135550199', email: 'zebulon@canary.example' };
const secret = 'the secret of this test';
const rules = { law: { evaluate, complaintRegulators }, requireContactProof: false };

let server: FauxqsServer;
beforeAll(async () => {
  server = await startFauxqs({ port: 0, logger: false });
});
afterAll(() => server.stop());

async function deployment() {
  const logged: string[] = [];
  const log: Log = {
    info: (...entry) => void logged.push(JSON.stringify(entry)),
    warn: (...entry) => void logged.push(JSON.stringify(entry)),
    error: (...entry) => void logged.push(JSON.stringify(entry)),
  };
  const engine = engineClient();
  const { Complaints: table } = await createTables(engine, 'Complaints');
  const client = DynamoDBDocumentClient.from(engine, { marshallOptions: { removeUndefinedValues: true } });
  const local = {
    endpoint: `http://127.0.0.1:${server.port}`,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  };
  const complaints = createComplaintStore(client, table);
  const documents = createComplaintDocuments(
    new S3Client(local),
    server.createBucket(`documents-${table.toLowerCase()}`).bucketName,
  );
  const ids = ['us-ftc', 'us-ma-ag'];
  const queueUrls = new Map(ids.map((id) => [id, server.createQueue(`${id}-${table}`.slice(0, 80)).queueUrl]));
  const sqs = new SQSClient(local);
  const clock = () => new Date('2026-11-21T02:00:05.000Z');
  const sending = {
    queue: createPointerQueue(sqs, queueUrls),
    outbox: createComplaintOutbox(client, table),
    clock,
    resendAfterMinutes: 15,
  };
  const decide = createDecide({
    ...rules,
    complaints,
    documents,
    regulators: ids.map((id) => ({ id, takesFromQueue: true })),
    hash: keyedHash(secret, 'complaint'),
    clock,
    log,
  });
  const queue = createQueue({ ...sending, log });
  const keys = fakeKeyStore();
  await registerKey(aRegistration({ regulators: ids }), keys);
  const serve = createServe({
    complaints,
    documents,
    takenBack: async () => false,
    list: createComplaintList(client, table),
    keys,
    audit: fakeAuditTrail(),
    cursorHash: keyedHash(secret, 'cursor'),
    clock,
    newId: () => '1',
    log,
  });
  const call = (route: string, id?: string, body?: unknown): Promise<APIGatewayProxyStructuredResultV2> =>
    serve(
      httpEvent({
        route,
        ...(id === undefined ? {} : { parameters: { id } }),
        headers: { authorization: 'Bearer rfk_0123456789abcdef' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
  const reader = createComplaintReader({
    complaints,
    regulators: regulators(),
    hash: keyedHash(secret, 'complaint'),
  });
  return {
    logged,
    complaints,
    reader,
    call,
    /** As the Reports stream would bring it. */
    decide: (report: Report) =>
      decide(record(marshall(reportToItem(report, new Date()), { removeUndefinedValues: true }))),
    /** As the Complaints stream would bring the item as it is now. */
    async tell(id: string) {
      const { Item: image } = await engine.send(new GetItemCommand({ TableName: table, Key: marshall({ pk: id }) }));
      return queue(record(image ?? {}));
    },
    sweep: createSweep({ ...sending, complaints, regulators: ids, gauge: { record: () => {} }, log }),
    async messages(regulator: string) {
      const { Messages = [] } = await sqs.send(
        new ReceiveMessageCommand({
          QueueUrl: queueUrls.get(regulator),
          MaxNumberOfMessages: 10,
          VisibilityTimeout: 0,
        }),
      );
      return Messages.map(({ Body = '' }) => Body);
    },
    letters: (report: Report) =>
      createLetterReader({
        ...rules,
        complaints,
        reports: { get: async () => report },
        regulators: regulators(),
        hash: keyedHash(secret, 'complaint'),
      }),
  };
}

const record = (image: unknown) => ({
  Records: [{ eventName: 'INSERT', dynamodb: { SequenceNumber: '1', NewImage: image } }],
});

/** A sale at a quarter to nine in the evening to a line in Massachusetts that has been registered for years. */
const report = aReport({
  content: aContent(
    {
      sender: '(202) 555-0143',
      line: canary.line,
      relationship: 'none',
      lineType: 'residential',
      complainant: { name: canary.name, email: canary.email, consent: true },
    },
    { line: { e164: canary.line, country: 'US', validity: 'valid' } },
  ),
});

test('from a report version to both regulators and back to the reporter', async () => {
  const stage = await deployment();
  expect(await stage.decide(report)).toEqual({ batchItemFailures: [] });
  expect(await stage.decide(report)).toEqual({ batchItemFailures: [] });
  const summaries = await stage.reader.complaintsOf(report.id);
  expect(summaries.map(({ regulator, status, nextStep }) => [regulator, status, nextStep])).toEqual([
    ['us-ftc', 'queued', 'no_individual_answer'],
    ['us-ma-ag', 'queued', 'not_known'],
  ]);

  for (const { id, regulator } of summaries) {
    await stage.tell(id);
    await stage.tell(id);
    const bodies = await stage.messages(regulator);
    expect(bodies).toHaveLength(1);
    const pointer = JSON.parse(bodies[0] ?? '');
    expect(Object.keys(pointer).sort()).toEqual(['event', 'href', 'id', 'sha256', 'version']);
    expect(pointer).toMatchObject({ id, version: 1, event: 'filed', href: `/v1/complaints/${id}` });

    const fetched = jsonOf(await stage.call('GET /v1/complaints/{id}', id));
    expect(fetched).toMatchObject({ status: 'submitted', evidence: { sha256: pointer.sha256 } });
    expect(fetched.document.complainant.name).toBe(canary.name);
    const own = await stage.letters(report).complaintOf(report.id, id);
    expect(own?.letter).toBe(fetched.letter);
    expect(await stage.letters(report).complaintOf('f'.repeat(32), id)).toBeNull();
  }

  const [first] = summaries;
  const event = { event: 'acknowledged', reference: 'FTC-2026-77' };
  const answer = await stage.call('POST /v1/complaints/{id}/events', first?.id, event);
  expect(answer.statusCode).toBe(200);
  expect((await stage.reader.complaintsOf(report.id))[0]).toMatchObject({
    status: 'acknowledged',
    reference: 'FTC-2026-77',
  });
  expect(jsonOf(await stage.call('GET /v1/complaints')).complaints).toHaveLength(2);

  const written = [...stage.logged, ...(await stage.messages('us-ftc')), ...(await stage.messages('us-ma-ag'))].join();
  for (const hidden of [...Object.values(canary), '2025550143', '5550199']) {
    expect(written).not.toContain(hidden);
  }
});

test('what the stream never sent, the sweep sends, and not again a moment later', async () => {
  const stage = await deployment();
  await stage.decide(report);
  const outcomes = await stage.sweep({});
  expect(outcomes.map(({ regulator, sent }) => [regulator, sent])).toEqual([
    ['us-ftc', 1],
    ['us-ma-ag', 1],
  ]);
  expect((await stage.sweep({ source: 'aws.events' })).map(({ sent }) => sent)).toEqual([0, 0]);
  expect((await stage.sweep({ everything: true })).map(({ sent }) => sent)).toEqual([1, 1]);
  expect(new Set(await stage.messages('us-ftc')).size).toBe(1);
});

test('a withdrawal before the fetch leaves nothing to fetch', async () => {
  const stage = await deployment();
  await stage.decide(report);
  await stage.decide(withdrawn(corrected(report, { callerName: 'Ace Warranty' })));
  const summaries = await stage.reader.complaintsOf(report.id);
  expect(summaries.map(({ status }) => status)).toEqual(['withdrawn', 'withdrawn']);
  for (const { id } of summaries) {
    expect((await stage.call('GET /v1/complaints/{id}', id)).statusCode).toBe(410);
  }
  expect(jsonOf(await stage.call('GET /v1/complaints')).complaints).toEqual([]);
});

test('a record that cannot be worked off is handed back, with all after it', async () => {
  const stage = await deployment();
  const image = marshall(reportToItem(report, new Date()), { removeUndefinedValues: true });
  const event = {
    Records: [
      { eventName: 'REMOVE', dynamodb: { SequenceNumber: '1' } },
      { eventName: 'MODIFY', dynamodb: { SequenceNumber: '2', NewImage: image } },
      { eventName: 'INSERT', dynamodb: { SequenceNumber: '3', NewImage: { pk: { S: canary.line } } } },
    ],
  };
  const decide = createDecide({
    ...rules,
    complaints: stage.complaints,
    documents: { put: async () => {}, get: async () => null, erase: async () => {} },
    regulators: [],
    hash: keyedHash(secret, 'complaint'),
    clock: () => new Date(),
    log: { info: () => {}, warn: () => {}, error: () => {} },
  });
  expect(await decide(event)).toEqual({ batchItemFailures: [{ itemIdentifier: '3' }] });
});
