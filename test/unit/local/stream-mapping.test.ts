import { describe, expect, test } from 'vitest';
import type { InvokeResult } from '#infra/local/functions/function-definition.ts';
import { isObject } from '#infra/local/json.ts';
import type { GivenUp } from '#infra/local/streams/deliver-batch.ts';
import { compileFilters } from '#infra/local/streams/filter-pattern.ts';
import type { Positions } from '#infra/local/streams/positions.ts';
import type { StreamClient, StreamRecord } from '#infra/local/streams/stream-client.ts';
import { type StreamMappingOptions, startStreamMapping } from '#infra/local/streams/stream-mapping.ts';
import { warmUpKey } from '#infra/local/streams/warm-up.ts';
import { eventually } from '#test/support/local-app/recorded.ts';

interface FakeShard {
  readonly parentId?: string;
  readonly records: StreamRecord[];
  closed: boolean;
}

const record = (sequenceNumber: string, keys: StreamRecord['keys'] = { pk: { S: sequenceNumber } }): StreamRecord => ({
  sequenceNumber,
  arrivedAt: Date.now() / 1000,
  keys,
  content: { dynamodb: { Keys: keys, SequenceNumber: sequenceNumber } },
});

/** A stream in memory; every third read finds its iterator expired. */
function fakeStream(shards: Record<string, FakeShard>): StreamClient {
  let reads = 0;
  return {
    shards: async () => Object.entries(shards).map(([id, { parentId }]) => ({ id, parentId })),
    iterator: async (shardId, from) => {
      const records = shards[shardId]?.records ?? [];
      const place =
        typeof from === 'string' ? -1 : records.findIndex(({ sequenceNumber }) => sequenceNumber === from.after);
      return `${shardId}/${from === 'LATEST' ? records.length : place + 1}`;
    },
    records: async (iterator, limit) => {
      reads += 1;
      if (reads % 3 === 0) {
        return undefined;
      }
      const [id = '', place = ''] = iterator.split('/');
      const shard = shards[id];
      const records = shard?.records.slice(Number(place), Number(place) + limit) ?? [];
      const end = Number(place) + records.length;
      return { records, next: shard?.closed === true && end === shard.records.length ? undefined : `${id}/${end}` };
    },
  };
}

function fakePositions(): Positions & { readonly places: Map<string, { after: string | null; finished: boolean }> } {
  const places = new Map<string, { after: string | null; finished: boolean }>();
  return {
    places,
    after: (id) => places.get(id)?.after,
    isFinished: (id) => places.get(id)?.finished ?? false,
    advance: (id, after) => void places.set(id, { after, finished: false }),
    begin: (id) => void places.set(id, { after: null, finished: false }),
    finish: (id) => void places.set(id, { after: places.get(id)?.after ?? null, finished: true }),
    get isEmpty() {
      return places.size === 0;
    },
  };
}

function sequenceNumbers(payload: string): string[] {
  const { Records }: { Records: { dynamodb: { SequenceNumber: string } }[] } = JSON.parse(payload);
  return Records.map(({ dynamodb }) => dynamodb.SequenceNumber);
}

const returned: InvokeResult = { kind: 'returned', requestId: 'r', payload: 'null' };

function options(
  client: StreamClient,
  positions: Positions,
  over: Partial<StreamMappingOptions>,
): StreamMappingOptions {
  return {
    client,
    positions,
    startingPosition: 'TRIM_HORIZON',
    batchSize: 2,
    windowSeconds: 0,
    parallel: 1,
    rules: { reportsFailures: false, bisects: false, mostRetries: -1, oldest: -1 },
    matches: compileFilters([]),
    invoke: async () => returned,
    giveUp: async (_shardId: string, _what: GivenUp) => {},
    onTrouble: (error) => {
      throw error;
    },
    ...over,
  };
}

describe('a stream mapping', () => {
  test('reads a parent shard to its end before its child, without loss or repetition', async () => {
    const positions = fakePositions();
    const seen: string[] = [];
    const client = fakeStream({
      child: { parentId: 'parent', records: [record('4'), record('5')], closed: false },
      parent: { records: [record('1'), record('2'), record('3')], closed: true },
    });
    const invoke = async (payload: string) => {
      seen.push(...sequenceNumbers(payload));
      return returned;
    };
    const mapping = await startStreamMapping(options(client, positions, { invoke }));
    await eventually(() => (seen.length >= 5 ? true : undefined));
    await mapping.stop();
    expect(seen).toEqual(['1', '2', '3', '4', '5']);
    expect(positions.places.get('parent')).toEqual({ after: '3', finished: true });
    expect(positions.places.get('child')).toEqual({ after: '5', finished: false });
  });

  test('moves past what the filter refuses and past the warm-up', async () => {
    const positions = fakePositions();
    const seen: string[] = [];
    const client = fakeStream({
      only: { records: [record('1', { pk: warmUpKey('S') }), record('2'), record('3')], closed: false },
    });
    const mapping = await startStreamMapping(
      options(client, positions, {
        matches: (content) => isObject(content) && JSON.stringify(content).includes('"3"'),
        invoke: async (payload) => {
          seen.push(...sequenceNumbers(payload));
          return returned;
        },
      }),
    );
    await eventually(() => (positions.after('only') === '3' ? true : undefined));
    await mapping.stop();
    expect(seen).toEqual(['3']);
  });

  test('with LATEST sees what comes after its first moment, also when it is started anew', async () => {
    const positions = fakePositions();
    const records = [record('1'), record('2')];
    const seen: string[] = [];
    const over: Partial<StreamMappingOptions> = {
      startingPosition: 'LATEST',
      invoke: async (payload) => {
        seen.push(...sequenceNumbers(payload));
        return returned;
      },
    };
    const client = fakeStream({ only: { records, closed: false } });
    await (await startStreamMapping(options(client, positions, over))).stop();
    records.push(record('3'));
    const again = await startStreamMapping(options(client, positions, over));
    await eventually(() => (seen.length > 0 ? true : undefined));
    await again.stop();
    expect(seen).toEqual(['3']);
  });

  test('stops in the middle of retries and keeps its place', async () => {
    const positions = fakePositions();
    let calls = 0;
    const mapping = await startStreamMapping(
      options(fakeStream({ only: { records: [record('1')], closed: false } }), positions, {
        invoke: async () => {
          calls += 1;
          return { kind: 'failed', requestId: 'r', error: { errorType: 'Error', errorMessage: 'no' } };
        },
      }),
    );
    await eventually(() => (calls >= 2 ? true : undefined));
    await mapping.stop();
    const after = calls;
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(calls).toBe(after);
    expect(positions.after('only')).toBeUndefined();
  });

  test('keeps the records of one item in order while it works on several batches at once', async () => {
    const positions = fakePositions();
    const names = ['a', 'b', 'c', 'd'];
    const records = Array.from({ length: 40 }, (_, index) =>
      record(String(index + 1).padStart(3, '0'), { pk: { S: names[index % 4] ?? '' } }),
    );
    const seen: string[] = [];
    let together = 0;
    let most = 0;
    const mapping = await startStreamMapping(
      options(fakeStream({ only: { records, closed: false } }), positions, {
        parallel: 3,
        batchSize: 5,
        invoke: async (payload) => {
          together += 1;
          most = Math.max(most, together);
          await new Promise((resolve) => setTimeout(resolve, 5));
          seen.push(...sequenceNumbers(payload));
          together -= 1;
          return returned;
        },
      }),
    );
    await eventually(() => (seen.length >= 40 ? true : undefined));
    await mapping.stop();
    expect(most).toBeGreaterThan(1);
    for (const item of [0, 1, 2, 3]) {
      const own = seen.map(Number).filter((number) => (number - 1) % 4 === item);
      expect(own).toEqual(own.toSorted((a, b) => a - b));
      expect(own).toHaveLength(10);
    }
  });
});
