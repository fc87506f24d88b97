import type { InvokeResult } from '../functions/function-definition.ts';
import type { Json } from '../json.ts';
import { type DeliveryRules, deliverBatch, type GivenUp } from './deliver-batch.ts';
import { batchesOf, lanesOf } from './lanes.ts';
import type { Positions } from './positions.ts';
import { type Stoppable, Stopped } from './stoppable.ts';
import type { Shard, StreamClient, StreamRecord } from './stream-client.ts';
import { isWarmUp } from './warm-up.ts';

/** How a mapping reads its stream, and what it does with what it reads. */
export interface ReadingOptions {
  readonly client: StreamClient;
  readonly positions: Positions;
  readonly batchSize: number;
  readonly windowSeconds: number;
  /** Batches of one shard under way at once; records of one item stay in order. */
  readonly parallel: number;
  readonly rules: DeliveryRules;
  readonly matches: (record: Json) => boolean;
  invoke(payload: string): Promise<InvokeResult>;
  giveUp(shardId: string, what: GivenUp): Promise<void>;
}

interface Round {
  readonly records: readonly StreamRecord[];
  /** The last record read, also if no filter let it pass; undefined when there was nothing. */
  readonly last: string | undefined;
  /** Where to read on; `reopen` when the iterator expired, undefined when the shard is closed and read to its end. */
  readonly next: { readonly iterator: string } | 'reopen' | undefined;
}

const GET_LIMIT = 1000;
const SHORTEST_WAIT = 25;
const LONGEST_WAIT = 200;

async function openIterator(shard: Shard, { client, positions }: ReadingOptions): Promise<string | undefined> {
  const after = positions.after(shard.id);
  const kept = after === undefined || after === null ? undefined : await client.iterator(shard.id, { after });
  return kept ?? client.iterator(shard.id, 'TRIM_HORIZON');
}

/** Reads until there are enough records, or some and the window is over, or none at all. */
async function gather(from: string, options: ReadingOptions, stoppable: Stoppable): Promise<Round> {
  const most = options.batchSize * options.parallel;
  const started = Date.now();
  const records: StreamRecord[] = [];
  let last: string | undefined;
  let iterator = from;
  for (;;) {
    const page = await options.client.records(iterator, Math.min(GET_LIMIT, Math.max(1, most - records.length)));
    if (page === undefined) {
      return { records, last, next: 'reopen' };
    }
    last = page.records.at(-1)?.sequenceNumber ?? last;
    records.push(...page.records.filter(({ keys, content }) => !isWarmUp(keys) && options.matches(content)));
    const windowOver = Date.now() - started >= options.windowSeconds * 1000;
    if (page.next === undefined || records.length === 0 || records.length >= most || windowOver) {
      return { records, last, next: page.next === undefined ? undefined : { iterator: page.next } };
    }
    iterator = page.next;
    await stoppable.pause(SHORTEST_WAIT);
  }
}

async function deliver(
  shard: Shard,
  records: readonly StreamRecord[],
  options: ReadingOptions,
  stoppable: Stoppable,
): Promise<void> {
  const lanes = lanesOf(records, options.parallel).map(async (lane) => {
    for (const batch of batchesOf(lane, options.batchSize)) {
      await deliverBatch(batch, options.rules, {
        invoke: (some) => {
          if (stoppable.isStopping) {
            throw new Stopped();
          }
          return options.invoke(JSON.stringify({ Records: some.map(({ content }) => content) }));
        },
        giveUp: (what) => options.giveUp(shard.id, what),
        pause: stoppable.pause,
        now: Date.now,
      });
    }
  });
  await Promise.allSettled(lanes);
  await Promise.all(lanes);
}

/**
 * Reads a shard from the kept position to its end, round by round; the position moves when a whole round is processed
 * or given up. (On AWS a lane that is stuck holds up only itself; here it holds up its round.)
 */
export async function readShard(shard: Shard, options: ReadingOptions, stoppable: Stoppable): Promise<void> {
  const { positions } = options;
  let iterator = await openIterator(shard, options);
  let wait = SHORTEST_WAIT;
  while (iterator !== undefined) {
    const round: Round = await gather(iterator, options, stoppable);
    if (round.records.length > 0) {
      await deliver(shard, round.records, options, stoppable);
    }
    if (round.last === undefined) {
      await stoppable.pause(wait);
      wait = Math.min(LONGEST_WAIT, wait * 2);
    } else {
      positions.advance(shard.id, round.last);
      wait = SHORTEST_WAIT;
    }
    iterator = round.next === 'reopen' ? await openIterator(shard, options) : round.next?.iterator;
  }
  positions.finish(shard.id);
}
