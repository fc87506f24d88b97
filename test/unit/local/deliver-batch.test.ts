import { describe, expect, test } from 'vitest';
import type { InvokeResult } from '#infra/local/functions/function-definition.ts';
import { type DeliveryRules, deliverBatch, type GivenUp } from '#infra/local/streams/deliver-batch.ts';
import { failureMessage } from '#infra/local/streams/failure-message.ts';
import type { StreamRecord } from '#infra/local/streams/stream-client.ts';

const NOW = Date.parse('2026-11-21T10:00:00Z');

const record = (name: string, ageSeconds = 0): StreamRecord => ({
  sequenceNumber: name,
  arrivedAt: NOW / 1000 - ageSeconds,
  keys: { pk: { S: name } },
  content: {},
});

const rules: DeliveryRules = { reportsFailures: true, bisects: false, mostRetries: 2, oldest: -1 };

type Answer = 'ok' | 'throw' | readonly string[];

/** Runs a delivery against a function that answers by what it is given; shows what it saw and what was given up. */
async function deliver(
  names: readonly (string | StreamRecord)[],
  answer: (batch: string, call: number) => Answer,
  over: Partial<DeliveryRules> = {},
) {
  const seen: string[] = [];
  const givenUp: GivenUp[] = [];
  const pauses: number[] = [];
  await deliverBatch(
    names.map((each) => (typeof each === 'string' ? record(each) : each)),
    { ...rules, ...over },
    {
      now: () => NOW,
      pause: async (milliseconds) => {
        pauses.push(milliseconds);
      },
      giveUp: async (what) => {
        givenUp.push(what);
      },
      invoke: async (records): Promise<InvokeResult> => {
        const batch = records.map(({ sequenceNumber }) => sequenceNumber).join('');
        seen.push(batch);
        const given = answer(batch, seen.length);
        const requestId = `request-${seen.length}`;
        if (given === 'throw') {
          return { kind: 'failed', requestId, error: { errorType: 'Error', errorMessage: 'no' } };
        }
        const failures = given === 'ok' ? [] : given.map((itemIdentifier) => ({ itemIdentifier }));
        return { kind: 'returned', requestId, payload: JSON.stringify({ batchItemFailures: failures }) };
      },
    },
  );
  return {
    seen,
    pauses,
    lost: givenUp.map(({ condition, records, invocations }) => [
      condition,
      records.map((each) => each.sequenceNumber).join(''),
      invocations,
    ]),
  };
}

describe('a batch of a stream', () => {
  test('that succeeds is delivered once', async () => {
    expect(await deliver(['a', 'b'], () => 'ok')).toEqual({ seen: ['ab'], pauses: [], lost: [] });
  });

  test('is tried again from the lowest record that failed', async () => {
    const { seen, lost } = await deliver(['a', 'b', 'c', 'd'], (_, call) => (call === 1 ? ['c', 'b'] : 'ok'));
    expect(seen).toEqual(['abcd', 'bcd']);
    expect(lost).toEqual([]);
  });

  test('counts the tries anew once it got further', async () => {
    const { seen, lost } = await deliver(['a', 'b', 'c'], (batch) => [
      batch.includes('a') && batch.length === 3 ? 'b' : (batch[0] ?? ''),
    ]);
    expect(seen).toEqual(['abc', 'bc', 'bc']);
    expect(lost).toEqual([['RetryAttemptsExhausted', 'bc', 3]]);
  });

  test('is given up after its retries, with growing pauses between', async () => {
    const { seen, pauses, lost } = await deliver(['a', 'b'], () => 'throw');
    expect(seen).toEqual(['ab', 'ab', 'ab']);
    expect(pauses).toEqual([200, 400]);
    expect(lost).toEqual([['RetryAttemptsExhausted', 'ab', 3]]);
  });

  test('is halved until the bad record stands alone; halving uses up no retry', async () => {
    const { seen, lost } = await deliver(['a', 'b', 'c', 'd'], (batch) => (batch.includes('c') ? 'throw' : 'ok'), {
      reportsFailures: false,
      bisects: true,
      mostRetries: 1,
    });
    expect(seen).toEqual(['abcd', 'ab', 'cd', 'c', 'c', 'd']);
    expect(lost).toEqual([['RetryAttemptsExhausted', 'c', 2]]);
  });

  test('fails as a whole when the function names a record that is not in it', async () => {
    const { seen } = await deliver(['a', 'b'], (_, call) => (call === 1 ? ['x'] : 'ok'));
    expect(seen).toEqual(['ab', 'ab']);
  });

  test('does not read failures when the mapping does not say so', async () => {
    expect((await deliver(['a'], () => ['a'], { reportsFailures: false })).seen).toEqual(['a']);
  });

  test('loses records that are too old, and only those', async () => {
    const { seen, lost } = await deliver([record('a', 1000), 'b'], () => 'ok', { oldest: 600 });
    expect(seen).toEqual(['b']);
    expect(lost).toEqual([['RecordAgeExceeded', 'a', 0]]);
  });
});

test('the message to the on-failure destination says where the records are, never what they hold', () => {
  const records = [record('800000000003126276362', 30), record('800000000003126276364', 20)];
  expect(
    failureMessage(
      { records, condition: 'RetryAttemptsExhausted', invocations: 3, requestId: 'r-1', functionError: 'Unhandled' },
      { functionArn: 'arn:f', shardId: 'shardId-1', streamArn: 'arn:s', now: new Date(NOW) },
    ),
  ).toEqual({
    requestContext: {
      requestId: 'r-1',
      functionArn: 'arn:f',
      condition: 'RetryAttemptsExhausted',
      approximateInvokeCount: 3,
    },
    responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
    version: '1.0',
    timestamp: '2026-11-21T10:00:00.000Z',
    DDBStreamBatchInfo: {
      shardId: 'shardId-1',
      startSequenceNumber: '800000000003126276362',
      endSequenceNumber: '800000000003126276364',
      approximateArrivalOfFirstRecord: '2026-11-21T09:59:30Z',
      approximateArrivalOfLastRecord: '2026-11-21T09:59:40Z',
      batchSize: 2,
      streamArn: 'arn:s',
    },
  });
});
