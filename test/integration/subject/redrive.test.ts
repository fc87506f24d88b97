import { createServer, type Server } from 'node:http';
import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
} from '@aws-sdk/client-dynamodb-streams';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { CreateQueueCommand, ReceiveMessageCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { type FauxqsServer, startFauxqs } from 'fauxqs';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { createHandler } from '#functions/count-facts/handler.ts';
import { redriveCommand } from '#infra/cli/commands/redrive.ts';
import { silentLog } from '#shared/runtime/log.ts';
import { documentClient } from '#shared/storage/document-client.ts';
import { createReportStore } from '#shared/storage/report-store.ts';
import { createSubjectStores } from '#shared/storage/subject-stores.ts';
import { buildReport, hashFor, subjectFor } from '#test/support/report-builder.ts';
import { createTables, engineClient } from '#test/support/tables.ts';

const local = { region: 'us-east-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } };
const client = engineClient();
const documents = documentClient(client);
const clock = () => new Date('2026-11-21T12:00:00Z');

let messages: FauxqsServer;
let functions: Server;
let deployment: Parameters<typeof redriveCommand>[1];
let tables = { Reports: '', Subjects: '', Facts: '' };
let queueUrl = '';
let invoke: (event: never) => Promise<unknown>;
let said: { out: string[]; err: string[] };
const io = { out: (line: string) => said.out.push(line), err: (line: string) => said.err.push(line) };

beforeAll(async () => {
  messages = await startFauxqs({ port: 0, logger: false });
  // As Lambda's Invoke answers: 200 and the result, or the mark of a failed function.
  functions = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) {
      chunks.push(chunk);
    }
    try {
      const answer = await invoke(JSON.parse(Buffer.concat(chunks).toString()) as never);
      response.end(JSON.stringify(answer));
    } catch {
      response.setHeader('x-amz-function-error', 'Unhandled');
      response.end('{}');
    }
  });
  await new Promise<void>((resolve) => functions.listen(0, '127.0.0.1', resolve));
});

afterAll(async () => {
  await messages.stop();
  await new Promise((resolve) => functions.close(resolve));
});

beforeEach(async () => {
  said = { out: [], err: [] };
  tables = await createTables(client, 'Reports', 'Subjects', 'Facts');
  const address = functions.address();
  const sqsClient = new SQSClient({ ...local, endpoint: `http://127.0.0.1:${messages.port}` });
  const made = await sqsClient.send(new CreateQueueCommand({ QueueName: `dead-${tables.Reports}` }));
  queueUrl = made.QueueUrl ?? '';
  deployment = {
    sqsClient,
    lambdaClient: new LambdaClient({
      ...local,
      endpoint: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    }),
    streamsClient: new DynamoDBStreamsClient({ ...local, endpoint: inject('engineEndpoint') }),
    directory: {
      deadLetters: { 'count-facts': queueUrl },
      functions: { 'count-facts': 'RingfenceCountFacts' },
      lists: {},
    },
  };
  const stores = createSubjectStores(documents, { subjects: tables.Subjects, facts: tables.Facts });
  invoke = createHandler({ ...stores, clock, log: silentLog });
});

/** Takes five reports and leaves a dead letter that points at the second to the fourth. */
async function giveUpOnThree(change: { shardId?: string; start?: string } = {}): Promise<void> {
  const reports = createReportStore(documents, tables.Reports, clock);
  for (let index = 0; index < 5; index += 1) {
    const report = buildReport({ id: hashFor(`redrive-${index}`), subjectId: subjectFor('redriven') });
    await reports.create(report, new Date('2028-01-01T00:00:00Z'));
  }
  const table = await client.send(new DescribeTableCommand({ TableName: tables.Reports }));
  const streamArn = table.Table?.LatestStreamArn ?? '';
  const stream = await deployment.streamsClient.send(new DescribeStreamCommand({ StreamArn: streamArn }));
  const shardId = stream.StreamDescription?.Shards?.[0]?.ShardId ?? '';
  const { ShardIterator } = await deployment.streamsClient.send(
    new GetShardIteratorCommand({ StreamArn: streamArn, ShardId: shardId, ShardIteratorType: 'TRIM_HORIZON' }),
  );
  const { Records = [] } = await deployment.streamsClient.send(new GetRecordsCommand({ ShardIterator }));
  const sequence = (index: number) => Records[index]?.dynamodb?.SequenceNumber ?? '';
  await deployment.sqsClient.send(
    new SendMessageCommand({
      QueueUrl: queueUrl,
      MessageBody: JSON.stringify({
        requestContext: { condition: 'RetryAttemptsExhausted', approximateInvokeCount: 3 },
        version: '1.0',
        DDBStreamBatchInfo: {
          shardId: change.shardId ?? shardId,
          startSequenceNumber: change.start ?? sequence(1),
          endSequenceNumber: sequence(3),
          batchSize: 3,
          streamArn,
        },
      }),
    }),
  );
}

const left = async () => {
  const received = await deployment.sqsClient.send(
    new ReceiveMessageCommand({ QueueUrl: queueUrl, AttributeNames: ['All'], VisibilityTimeout: 1 }),
  );
  return received.Messages?.length ?? 0;
};

describe('redrive', () => {
  test('reads the records of a dead letter again, hands them to the function and clears the queue', async () => {
    await giveUpOnThree();
    expect(await redriveCommand(['count-facts'], deployment, io)).toBe(0);
    expect(said.out).toEqual(['1 messages with 3 records brought back to count-facts.']);
    const head = await createSubjectStores(documents, { subjects: tables.Subjects, facts: tables.Facts }).heads.get(
      subjectFor('redriven'),
      'strong',
    );
    expect(head?.facts).toHaveLength(3);
    expect(await left()).toBe(0);
  });

  test('keeps the message when the function fails again', async () => {
    await giveUpOnThree();
    invoke = () => Promise.reject(new Error('still broken'));
    expect(await redriveCommand(['count-facts'], deployment, io)).toBe(1);
    expect(said.err.join()).toContain('1 messages failed again');
  });

  test('keeps the message when the function leaves a record', async () => {
    await giveUpOnThree();
    invoke = async () => ({ batchItemFailures: [{ itemIdentifier: '1' }] });
    expect(await redriveCommand(['count-facts'], deployment, io)).toBe(1);
    expect(said.err.join()).toContain('1 messages failed again');
  });

  test('says to recount when the stream has forgotten the records', async () => {
    await giveUpOnThree({ shardId: 'shardId-00000000000000000000-00000000' });
    expect(await redriveCommand(['count-facts'], deployment, io)).toBe(1);
    expect(said.err.join()).toContain('Run recount');
  });

  test('leaves a message that is no position in a stream', async () => {
    await deployment.sqsClient.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: '{"version":"1.0"}' }));
    expect(await redriveCommand(['count-facts'], deployment, io)).toBe(1);
    expect(said.err.join()).toContain('1 messages are neither positions');
  });

  test('names the queues there are when asked for another', async () => {
    expect(await redriveCommand(['no-such'], deployment, io)).toBe(2);
    expect(said.err).toEqual(['usage: redrive NAME, with one of: count-facts']);
  });
});
