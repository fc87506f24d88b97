import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { ReplyBudget } from '#shared/intake/dialogue/ports.ts';
import { dayMilliseconds } from '#shared/runtime/day.ts';
import { raiseBelow } from './counter.ts';
import { replyCounterKey } from './keys.ts';

/** One counter gives out so many; its key takes 1,000 writes a second (DynamoDB's limit) in the worst hour of a day. */
const mostPerCounter = 16_000;
const mostCounters = 64;
/** Counters asked for one reply: when these are used up, so is nearly everything. */
const mostAsked = 4;

const keptMilliseconds = 2 * dayMilliseconds;

/** How many counters a day's budget is split over; their shares add up to it. */
export function sharesOf(perDay: number): readonly number[] {
  const counters = Math.max(1, Math.min(mostCounters, Math.ceil(perDay / mostPerCounter)));
  return Array.from({ length: counters }, (_, index) => Math.floor((perDay + index) / counters));
}

interface BudgetOptions {
  readonly perDay: number;
  /** Answers a whole number below its argument. */
  readonly choose: (below: number) => number;
  /** By UTC day and share; the replies' own without it. */
  readonly counterKey?: (day: string, shard: number) => string;
}

/** Counters by UTC day, each raised only while it is below its share. */
export function createReplyBudget(
  client: DynamoDBDocumentClient,
  table: string,
  { perDay, choose, counterKey = replyCounterKey }: BudgetOptions,
): ReplyBudget {
  const shares = sharesOf(perDay);
  let usedUp = { day: '', shards: new Set<number>() };
  return {
    async spend(at) {
      const day = at.toISOString().slice(0, 10);
      if (usedUp.day !== day) {
        usedUp = { day, shards: new Set(shares.flatMap((share, shard) => (share === 0 ? [shard] : []))) };
      }
      const { shards } = usedUp;
      const expiresAt = new Date(at.getTime() + keptMilliseconds);
      for (let asked = 0; asked < mostAsked; asked += 1) {
        const left = shares.flatMap((share, shard) => (shards.has(shard) ? [] : [{ shard, share }]));
        const chosen = left[left.length === 0 ? 0 : choose(left.length)];
        if (chosen === undefined) {
          return false;
        }
        if (await raiseBelow({ client, table, pk: counterKey(day, chosen.shard) }, chosen.share, expiresAt)) {
          return true;
        }
        shards.add(chosen.shard);
      }
      return false;
    },
  };
}
