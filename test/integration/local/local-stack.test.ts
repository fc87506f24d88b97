import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { awsJson } from '#infra/local/services/aws-json.ts';
import { type LocalStack, startLocalStack } from '#infra/local/start-local-stack.ts';
import { synthesiseLocalApp } from '#test/support/local-app/app.ts';
import { eventually, recorded } from '#test/support/local-app/recorded.ts';

const root = mkdtempSync(join(tmpdir(), 'ringfence-local-'));
const record = join(root, 'record');
const dataFolder = join(root, 'data');

const directorySchema = z.object({
  table: z.string(),
  bucket: z.string(),
  secretArn: z.string(),
  apiUrl: z.string(),
  functions: z.object({ http: z.string() }),
  queues: z.record(z.enum(['messages', 'messagesDead', 'streamDead', 'plainDead', 'eventsDead']), z.string()),
});
const receivedSchema = z.object({
  Messages: z.array(z.looseObject({ Body: z.string(), ReceiptHandle: z.string() })).default([]),
});

let stack: LocalStack;
let now = Date.now();
let directory: z.infer<typeof directorySchema>;

beforeAll(async () => {
  const assembly = join(root, 'assembly');
  synthesiseLocalApp({ outdir: assembly, record });
  stack = await startLocalStack({ port: 0, dataFolder, assembly, quiet: true, retryAfter: [20, 20], now: () => now });
  directory = directorySchema.parse(stack.directory);
});

afterAll(async () => {
  await stack?.stop();
  rmSync(root, { recursive: true, force: true });
});

const get = (path: string, init: RequestInit = {}) => fetch(stack.url + path, init);
const sqs = (operation: string, input: unknown) =>
  awsJson({ endpoint: stack.endpoints.sqs, target: 'AmazonSQS' })(operation, input);
const put = (Item: Record<string, unknown>) =>
  awsJson({ endpoint: stack.endpoints.dynamodb, target: 'DynamoDB_20120810' })('PutItem', {
    TableName: directory.table,
    Item,
  });

async function receive(QueueUrl: string): Promise<z.infer<typeof receivedSchema>['Messages'][number]> {
  const found = await eventually(async () => {
    const answer = await sqs('ReceiveMessage', { QueueUrl, WaitTimeSeconds: 1, MessageAttributeNames: ['All'] });
    return receivedSchema.parse(answer).Messages[0];
  });
  await sqs('DeleteMessage', { QueueUrl, ReceiptHandle: found.ReceiptHandle });
  return found;
}

const eventSchema = z.object({
  headers: z.record(z.string(), z.string()),
  requestContext: z.object({ http: z.object({ sourceIp: z.string() }) }),
});

describe('the edge', () => {
  const echo = async (headers: Record<string, string> = {}) => {
    const response = await get('/any/echo', { headers });
    return response.status === 200 ? eventSchema.parse(await response.json()) : response;
  };

  test('T14: marks an address beyond one rate, refuses it beyond another, and takes it again after the window', async () => {
    const answers = [];
    for (let request = 0; request < 14; request += 1) {
      answers.push(await echo());
    }
    const told = answers.map((answer) =>
      answer instanceof Response ? answer.status : (answer.headers['x-amzn-waf-busy'] ?? 'passed'),
    );
    expect(told).toEqual([...Array.from({ length: 10 }, () => 'passed'), '1', '1', 429, 429]);
    const refused = answers[12];
    expect(refused instanceof Response && refused.headers.get('retry-after')).toBe('60');
    expect(refused instanceof Response && (await refused.json())).toEqual({ status: 429 });
    expect((await get('/shape/text')).status).toBe(200);
    now += 60_000;
    expect(await echo()).not.toBeInstanceOf(Response);
  });

  test('shows its secret instead of what a viewer wrote there, and the viewer last but one', async () => {
    now += 60_000;
    const event = await echo({ 'x-origin-secret': 'guessed', 'x-forwarded-for': '203.0.113.9' });
    if (event instanceof Response) {
      throw new Error('refused');
    }
    expect(event.headers['x-origin-secret']).toMatch(/^[0-9A-Za-z]{40}$/);
    expect(event.headers['x-forwarded-for']).toBe('203.0.113.9,127.0.0.1, 127.0.0.1');
  });
});

describe('the HTTP API', () => {
  test('hands a request to its function as payload format 2.0 and infers the answer', async () => {
    const response = await get('/shape/echo?a=1&a=2', { headers: { 'X-Test': 'yes' } });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(response.headers.get('apigw-requestid')).toMatch(/.+=$/);
    expect(await response.json()).toMatchObject({
      version: '2.0',
      routeKey: 'GET /shape/{shape}',
      rawPath: '/shape/echo',
      rawQueryString: 'a=1&a=2',
      headers: { 'x-test': 'yes' },
      pathParameters: { shape: 'echo' },
    });
  });

  test.each([
    ['/shape/text', 200, 'plain text'],
    ['/shape/created', 201, '{}'],
    ['/shape/malformed', 500, '{"message":"Internal Server Error"}'],
    ['/shape/throws', 500, '{"message":"Internal Server Error"}'],
    ['/shape/exits', 500, '{"message":"Internal Server Error"}'],
    ['/shape/hangs', 500, '{"message":"Internal Server Error"}'],
    ['/shape/large', 500, '{"message":"Internal Server Error"}'],
    ['/nowhere', 404, '{"message":"Not Found"}'],
    ['/shape/%zz', 400, '{"message":"Bad Request"}'],
  ])('GET %s answers %i', async (path, status, body) => {
    const response = await get(path);
    expect([response.status, await response.text()]).toEqual([status, body]);
  });

  test('bytes arrive as bytes and cookies as headers of their own', async () => {
    expect(Buffer.from(await (await get('/shape/bytes')).arrayBuffer())).toEqual(Buffer.from([0, 255, 128]));
    expect((await get('/shape/cookies')).headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  });

  test('HEAD needs a route that takes it', async () => {
    expect((await get('/shape/text', { method: 'HEAD' })).status).toBe(404);
    const head = await get('/any/text', { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  test('a body over 6 MB does not reach a function, one over 10 MB not even the gateway', async () => {
    const post = (size: number) =>
      get('/shape/large-body', {
        method: 'POST',
        body: Buffer.alloc(size, 'x'),
        headers: { 'content-type': 'text/plain' },
      });
    expect(await (await post(5_000_000)).json()).toEqual({ length: 5_000_000 });
    expect((await post(7_000_000)).status).toBe(413);
    const tooLarge = await post(11_000_000);
    expect([tooLarge.status, await tooLarge.text()]).toEqual([413, '{"message":"Request Entity Too Large"}']);
  });

  test('binary bodies come in base64, a third longer', async () => {
    const body = Buffer.alloc(3000, 7);
    const response = await get('/shape/large-body', {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/octet-stream' },
    });
    expect(await response.json()).toEqual({ length: 4000 });
  });

  test('requests at once run in workers of their own, no more than four', async () => {
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => get('/shape/slow').then((response) => response.text())),
    );
    expect(answers).toEqual(Array.from({ length: 6 }, () => 'slow'));
  });

  test('GET /_local tells this machine, and no other name, where everything is', async () => {
    expect(await (await get('/_local')).json()).toEqual({
      directory: stack.directory,
      endpoints: stack.endpoints,
      region: 'us-east-1',
    });
    expect((await get('/_local', { method: 'POST' })).status).toBe(404);
    expect(directory.apiUrl).toBe(stack.url);
    expect(directory.queues.messages).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/000000000000\/tiny-data-Messages/);
  });
});

describe('a function', () => {
  test('sees its own environment, UTC, and a Lambda context, and nothing of this process', async () => {
    vi.stubEnv('RINGFENCE_TEST_LEAK', 'leaked');
    const { env, zone, context } = z
      .object({
        env: z.record(z.string(), z.string()),
        zone: z.number(),
        context: z.looseObject({ remaining: z.number() }),
      })
      .parse(await (await get('/shape/environment')).json());
    expect(env).toMatchObject({
      TABLE: directory.table,
      QUEUE: directory.queues.messages,
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'local',
      AWS_LAMBDA_FUNCTION_NAME: directory.functions.http,
      AWS_ENDPOINT_URL_DYNAMODB: stack.endpoints.dynamodb,
      AWS_ENDPOINT_URL_SECRETS_MANAGER: stack.endpoints.secretsmanager,
    });
    expect(env).not.toHaveProperty('RINGFENCE_TEST_LEAK');
    expect(env).not.toHaveProperty('HOME');
    expect(zone).toBe(0);
    expect(context).toMatchObject({ functionName: directory.functions.http, memoryLimitInMB: '256' });
    expect(context['awsRequestId']).toMatch(/^[0-9a-f-]{36}$/);
    expect(context.remaining).toBeGreaterThan(500);
    expect(context.remaining).toBeLessThanOrEqual(1000);
  });

  test('writes its log to a file of its own, with what it throws and when it is cut off', async () => {
    await get('/shape/logs');
    const log = () => readFileSync(join(dataFolder, 'logs', 'http.log'), 'utf8');
    await eventually(() => (log().includes('a line on stderr') ? true : undefined));
    expect(log()).toContain('a line on stdout');
    expect(log()).toContain('thrown on purpose');
    expect(log()).toContain('Task timed out after 1.00 seconds');
  });
});

describe('the stand-ins', () => {
  const invoke = (body: unknown, type = 'RequestResponse') =>
    fetch(`${stack.endpoints.lambda}/2015-03-31/functions/${directory.functions.http}/invocations`, {
      method: 'POST',
      headers: { 'x-amz-invocation-type': type },
      body: JSON.stringify(body),
    });

  test('Lambda answers an invocation, and says when the function failed', async () => {
    const answer = await invoke({ detail: 'hello' });
    expect([answer.status, await answer.json()]).toEqual([200, { seen: { detail: 'hello' } }]);
    const failed = await invoke({ fail: true });
    expect(failed.headers.get('x-amz-function-error')).toBe('Unhandled');
    expect(await failed.json()).toMatchObject({ errorType: 'Error', errorMessage: 'an event that always fails' });
    const unknown = await fetch(`${stack.endpoints.lambda}/2015-03-31/functions/nobody/invocations`, {
      method: 'POST',
    });
    expect(unknown.status).toBe(404);
  });

  test('an event that keeps failing is tried three times and goes to the dead-letter queue as it came', async () => {
    expect((await invoke({ fail: true, mark: 'event' }, 'Event')).status).toBe(202);
    const message = await receive(directory.queues.eventsDead);
    expect(JSON.parse(message.Body)).toEqual({ fail: true, mark: 'event' });
    expect(message).toMatchObject({
      MessageAttributes: {
        RequestID: { DataType: 'String' },
        ErrorCode: { DataType: 'Number', StringValue: '200' },
        ErrorMessage: { StringValue: 'an event that always fails' },
      },
    });
    const tries = recorded(record).filter(({ event }) => JSON.stringify(event)?.includes('"mark":"event"'));
    expect(tries).toHaveLength(3);
  });

  test('Secrets Manager gives what was generated, by ARN, and knows no other', async () => {
    const secrets = awsJson({ endpoint: stack.endpoints.secretsmanager, target: 'secretsmanager' });
    expect(await secrets('GetSecretValue', { SecretId: directory.secretArn })).toMatchObject({
      ARN: directory.secretArn,
      SecretString: expect.stringMatching(/^[A-Za-z0-9]{40}$/),
      VersionStages: ['AWSCURRENT'],
    });
    await expect(secrets('GetSecretValue', { SecretId: 'other' })).rejects.toThrow('ResourceNotFoundException');
  });

  test('a bucket takes and gives objects', async () => {
    const url = `${stack.endpoints.s3}/${directory.bucket}/a/b.txt`;
    await fetch(url, { method: 'PUT', body: 'content' });
    expect(await (await fetch(url)).text()).toBe('content');
  });
});

const batchesOf = (kind: string) => recorded(record).filter((each) => each['kind'] === kind);
const namesOf = (kind: string) => batchesOf(kind).map(({ names }) => z.array(z.string()).parse(names));

describe('a table stream', () => {
  test('brings records as Lambda shows them, without the warm-up and what the filter refuses', async () => {
    await put({ pk: { S: 'plain' }, blob: { B: 'AP+A' }, numbers: { NS: ['1', '2'] } });
    const batch = await eventually(() =>
      batchesOf('reporting').find(({ names }) => String(names).includes('INSERT:plain')),
    );
    expect(batch['first']).toMatchObject({
      eventID: expect.any(String),
      eventName: 'INSERT',
      eventVersion: '1.1',
      eventSource: 'aws:dynamodb',
      awsRegion: 'us-east-1',
      dynamodb: {
        ApproximateCreationDateTime: expect.any(Number),
        Keys: { pk: { S: 'plain' } },
        NewImage: { pk: { S: 'plain' }, blob: { B: 'AP+A' }, numbers: { NS: ['1', '2'] } },
        SequenceNumber: expect.stringMatching(/^\d+$/),
        StreamViewType: 'NEW_IMAGE',
      },
      eventSourceARN: expect.stringContaining(`:table/${directory.table}/stream/`),
    });
    expect(
      namesOf('reporting')
        .flat()
        .some((name) => name.includes('warm-up') || name.startsWith('REMOVE')),
    ).toBe(false);
  });

  test('tries again from the record that failed', async () => {
    await put({ pk: { S: 'once' }, how: { S: 'reporting-fails-once' } });
    await eventually(() =>
      namesOf('reporting')
        .flat()
        .filter((name) => name === 'INSERT:once').length === 2
        ? true
        : undefined,
    );
  });

  test('sends positions to the dead-letter queue when retries run out, and goes on', async () => {
    await put({ pk: { S: 'poison' }, how: { S: 'reporting-fails' } });
    const message: unknown = JSON.parse((await receive(directory.queues.streamDead)).Body);
    expect(message).toEqual({
      requestContext: {
        requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        functionArn: expect.stringMatching(/^arn:aws:lambda:us-east-1:000000000000:function:tiny-service-Reporting/),
        condition: 'RetryAttemptsExhausted',
        approximateInvokeCount: 2,
      },
      responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: null },
      version: '1.0',
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      DDBStreamBatchInfo: {
        shardId: expect.stringMatching(/^shardId-/),
        startSequenceNumber: expect.stringMatching(/^\d+$/),
        endSequenceNumber: expect.stringMatching(/^\d+$/),
        approximateArrivalOfFirstRecord: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
        approximateArrivalOfLastRecord: expect.any(String),
        batchSize: 1,
        streamArn: expect.stringContaining('/stream/'),
      },
    });
    await put({ pk: { S: 'after-poison' } });
    await eventually(() => (namesOf('reporting').flat().includes('INSERT:after-poison') ? true : undefined));
  });

  test('halves a batch that makes the function fail until the bad record stands alone', async () => {
    const batch = { S: 'halving' };
    await put({ pk: { S: 'h1' }, batch });
    await put({ pk: { S: 'h2' }, batch, how: { S: 'halving-throws' } });
    await put({ pk: { S: 'h3' }, batch });
    await put({ pk: { S: 'h4' }, batch });
    const message: unknown = JSON.parse((await receive(directory.queues.plainDead)).Body);
    expect(message).toMatchObject({
      requestContext: { condition: 'RetryAttemptsExhausted' },
      responseContext: { functionError: 'Unhandled' },
      DDBStreamBatchInfo: { batchSize: 1 },
    });
    await eventually(() =>
      namesOf('halving').some((names) => names.at(-1) === 'INSERT:h4' && !names.includes('INSERT:h2'))
        ? true
        : undefined,
    );
    const alone = namesOf('halving').filter((names) => names.length === 1 && names[0] === 'INSERT:h2');
    expect(alone.length).toBeGreaterThanOrEqual(2);
  });
});

describe('a queue', () => {
  test('brings messages as Lambda shows them; one that fails comes again and ends in the dead-letter queue', async () => {
    const QueueUrl = directory.queues.messages;
    await sqs('SendMessage', {
      QueueUrl,
      MessageBody: 'works',
      MessageAttributes: { a: { DataType: 'String', StringValue: 'b' } },
    });
    const batch = await eventually(() => batchesOf('queue').find(({ bodies }) => String(bodies).includes('works')));
    expect(batch['first']).toMatchObject({
      messageId: expect.any(String),
      receiptHandle: expect.any(String),
      body: 'works',
      attributes: { ApproximateReceiveCount: '1', SentTimestamp: expect.stringMatching(/^\d{13}$/) },
      messageAttributes: { a: { stringValue: 'b', stringListValues: [], binaryListValues: [], dataType: 'String' } },
      md5OfBody: expect.stringMatching(/^[0-9a-f]{32}$/),
      eventSource: 'aws:sqs',
      eventSourceARN: expect.stringMatching(/^arn:aws:sqs:us-east-1:000000000000:tiny-data-Messages/),
      awsRegion: 'us-east-1',
    });
    await sqs('SendMessage', { QueueUrl, MessageBody: 'fails' });
    expect((await receive(directory.queues.messagesDead)).Body).toBe('fails');
    expect(batchesOf('queue').filter(({ bodies }) => String(bodies).includes('fails'))).toHaveLength(2);
  });

  test('gives a message back at once when a consumer sets its visibility to 0', async () => {
    const QueueUrl = directory.queues.plainDead;
    await sqs('SendMessage', { QueueUrl, MessageBody: 'again' });
    const first = receivedSchema.parse(await sqs('ReceiveMessage', { QueueUrl })).Messages[0];
    await sqs('ChangeMessageVisibility', { QueueUrl, ReceiptHandle: first?.ReceiptHandle, VisibilityTimeout: 0 });
    expect((await receive(QueueUrl)).Body).toBe('again');
  });
});

describe('a schedule', () => {
  test('with a rate runs once soon after the start, with the event EventBridge sends', async () => {
    const tick = await eventually(() => batchesOf('tick')[0]);
    expect(tick['event']).toMatchObject({
      version: '0',
      'detail-type': 'Scheduled Event',
      source: 'aws.events',
      region: 'us-east-1',
      resources: [expect.stringMatching(/^arn:aws:events:us-east-1:000000000000:rule\/tiny-service-EveryHour/)],
      detail: {},
    });
  });
});
