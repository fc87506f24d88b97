import type { InvokeResult } from '../functions/function-definition.ts';
import type { Json } from '../json.ts';
import { type DeliveryRules, deliverBatch, type GivenUp } from './deliver-batch.ts';
import type { Positions } from './positions.ts';
import type { Shard, StreamClient, StreamPosition, StreamRecord } from './stream-client.ts';
import { isWarmUp } from './warm-up.ts';

/** An event-source mapping from a table's stream to a function. */
export interface StreamMappingOptions {
  readonly client: StreamClient;
  readonly positions: Positions;
  readonly startingPosition: 'TRIM_HORIZON' | 'LATEST';
  readonly batchSize: number;
  readonly windowSeconds: number;
  /** Batches of one shard under way at once; records of one item stay in order. */
  readonly parallel: number;
  readonly rules: DeliveryRules;
  readonly matches: (record: Json) => boolean;
  invoke(payload: string): Promise<InvokeResult>;
  giveUp(shardId: string, what: GivenUp): Promise<void>;
  /** Something is wrong with the stream itself; the mapping goes on. */
  onTrouble(error: unknown): void;
}

const GET_LIMIT = 1000;
/** Lambda hands over at most 6 MB; records become larger as text of an event. */
const LARGEST_BATCH = 4_000_000;
const SHORTEST_WAIT = 25;
const LONGEST_WAIT = 200;
const RESHARD_CHECK = 5_000;

class Stopped extends Error {
  override readonly name = 'Stopped';
}

function lanesOf(records: readonly StreamRecord[], lanes: number): StreamRecord[][] {
  const result: StreamRecord[][] = Array.from({ length: lanes }, () => []);
  for (const record of records) {
    let hash = 0;
    for (const character of JSON.stringify(record.keys)) {
      hash = (hash * 31 + character.charCodeAt(0)) >>> 0;
    }
    result[hash % lanes]?.push(record);
  }
  return result;
}

function cut(records: readonly StreamRecord[], size: number): StreamRecord[][] {
  const batches: StreamRecord[][] = [];
  let batch: StreamRecord[] = [];
  let bytes = 0;
  for (const record of records) {
    const weight = JSON.stringify(record.content).length;
    if (batch.length === size || (batch.length > 0 && bytes + weight > LARGEST_BATCH)) {
      batches.push(batch);
      batch = [];
      bytes = 0;
    }
    batch.push(record);
    bytes += weight;
  }
  return batch.length === 0 ? batches : [...batches, batch];
}

/** Starts polling; the answer stops it, after the invocation under way. */
export function startStreamMapping(options: StreamMappingOptions): { stop(): Promise<void> } {
  const { client, positions } = options;
  const stopping = new AbortController();
  const running = new Map<string, Promise<void>>();

  const pause = (milliseconds: number): Promise<void> =>
    new Promise((resolve, reject) => {
      const onAbort = () => {
        clearTimeout(timer);
        reject(new Stopped());
      };
      const timer = setTimeout(() => {
        stopping.signal.removeEventListener('abort', onAbort);
        resolve();
      }, milliseconds);
      if (stopping.signal.aborted) {
        onAbort();
      } else {
        stopping.signal.addEventListener('abort', onAbort, { once: true });
      }
    });

  async function deliver(shardId: string, records: readonly StreamRecord[]): Promise<void> {
    const lanes = lanesOf(records, options.parallel).map(async (lane) => {
      for (const batch of cut(lane, options.batchSize)) {
        await deliverBatch(batch, options.rules, {
          invoke: (some) => {
            if (stopping.signal.aborted) {
              throw new Stopped();
            }
            return options.invoke(JSON.stringify({ Records: some.map(({ content }) => content) }));
          },
          giveUp: (what) => options.giveUp(shardId, what),
          pause,
          now: Date.now,
        });
      }
    });
    const results = await Promise.allSettled(lanes);
    const failed = results.find((result) => result.status === 'rejected');
    if (failed !== undefined) {
      throw failed.reason;
    }
  }

  async function openIterator(shard: Shard): Promise<string | undefined> {
    const after = positions.after(shard.id);
    const from: StreamPosition = after === undefined || after === null ? 'TRIM_HORIZON' : { after };
    return (await client.iterator(shard.id, from)) ?? client.iterator(shard.id, 'TRIM_HORIZON');
  }

  async function readShard(shard: Shard): Promise<void> {
    let iterator = await openIterator(shard);
    let wait = SHORTEST_WAIT;
    const most = options.batchSize * options.parallel;
    while (iterator !== undefined) {
      const gathered: StreamRecord[] = [];
      let last: string | undefined;
      let ended = false;
      const started = Date.now();
      let closed = false;
      while (!ended) {
        const page = await client.records(iterator, Math.min(GET_LIMIT, Math.max(1, most - gathered.length)));
        if (page === undefined) {
          iterator = await openIterator(shard);
          closed = iterator === undefined;
          break;
        }
        last = page.records.at(-1)?.sequenceNumber ?? last;
        gathered.push(...page.records.filter((record) => !isWarmUp(record.keys) && options.matches(record.content)));
        closed = page.next === undefined;
        iterator = page.next ?? iterator;
        const waited = Date.now() - started >= options.windowSeconds * 1000;
        ended = closed || gathered.length >= most || (gathered.length > 0 ? waited : true);
        if (!ended) {
          await pause(SHORTEST_WAIT);
        }
      }
      if (gathered.length > 0) {
        await deliver(shard.id, gathered);
      }
      if (last !== undefined) {
        positions.advance(shard.id, last);
      }
      if (closed) {
        positions.finish(shard.id);
        return;
      }
      wait = last === undefined ? Math.min(LONGEST_WAIT, wait * 2) : SHORTEST_WAIT;
      if (last === undefined) {
        await pause(wait);
      }
    }
  }

  async function keepReading(shard: Shard): Promise<void> {
    for (;;) {
      try {
        await readShard(shard);
        return;
      } catch (error) {
        if (error instanceof Stopped || stopping.signal.aborted) {
          return;
        }
        options.onTrouble(error);
        await pause(1000).catch(() => {});
      }
    }
  }

  async function begin(shards: readonly Shard[]): Promise<void> {
    if (!positions.isEmpty || options.startingPosition === 'TRIM_HORIZON') {
      return;
    }
    // LATEST holds from the mapping's first moment on, not from each start: so the place is written down.
    for (const shard of shards) {
      const newest = await newestOf(shard);
      if (newest === undefined) {
        positions.begin(shard.id);
      } else {
        positions.advance(shard.id, newest);
      }
    }
  }

  async function newestOf(shard: Shard): Promise<string | undefined> {
    let iterator = await client.iterator(shard.id, 'TRIM_HORIZON');
    let newest: string | undefined;
    while (iterator !== undefined) {
      const page = await client.records(iterator, GET_LIMIT);
      const last = page?.records.at(-1)?.sequenceNumber;
      if (page === undefined || last === undefined) {
        break;
      }
      newest = last;
      iterator = page.next;
    }
    return newest;
  }

  async function watch(): Promise<void> {
    let first = true;
    while (!stopping.signal.aborted) {
      try {
        const shards = await client.shards();
        if (first) {
          await begin(shards);
          first = false;
        }
        const known = new Set(shards.map(({ id }) => id));
        for (const shard of shards) {
          const parentDone =
            shard.parentId === undefined || !known.has(shard.parentId) || positions.isFinished(shard.parentId);
          if (!running.has(shard.id) && !positions.isFinished(shard.id) && parentDone) {
            running.set(
              shard.id,
              keepReading(shard).finally(() => running.delete(shard.id)),
            );
          }
        }
      } catch (error) {
        if (!stopping.signal.aborted) {
          options.onTrouble(error);
        }
      }
      await pause(RESHARD_CHECK).catch(() => {});
    }
  }

  const watching = watch();
  return {
    stop: async () => {
      stopping.abort();
      await watching;
      await Promise.all(running.values());
    },
  };
}
