import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { onFirstUse } from '#shared/runtime/on-first-use.ts';
import type { ShardFact, ShardStore } from '#shared/subject/ports.ts';
import { allFactShardKeys, factShardKey, factSortKey, factSortKeyOfReporter, parseFactSortKey } from './keys.ts';

const factItemSchema = onFirstUse(() =>
  z.object({
    pk: z.string(),
    sk: z.instanceof(Uint8Array),
    fact: z.instanceof(Uint8Array),
    at: z.number(),
  }),
);

/** Facts of one reporter on one subject that intake looks at: one read unit at most. */
const mostOfReporter = 64;

/** Facts (104 bytes) of one shard in the first of its pages: three read units, 1,504 facts of all shards. */
const firstOfShard = 94;

/** Facts of wide subjects in DynamoDB: one item each, under sixteen keys for each subject. */
export function createShardStore(client: DynamoDBDocumentClient, table: string): ShardStore {
  return {
    async put(subjectId, fact) {
      await client.send(
        new UpdateCommand({
          TableName: table,
          Key: keyOf(subjectId, fact),
          UpdateExpression: 'SET #fact = :fact, #at = if_not_exists(#at, :at)',
          ExpressionAttributeNames: { '#fact': 'fact', '#at': 'at' },
          ExpressionAttributeValues: { ':fact': fact.bytes, ':at': fact.writtenAt },
        }),
      );
    },

    async erase(subjectId, fact) {
      await client.send(new DeleteCommand({ TableName: table, Key: keyOf(subjectId, fact) }));
    },

    async *all(subjectId) {
      // Started together: a subject with a million facts is read in seconds, not minutes.
      const shards = allFactShardKeys(subjectId).map((pk) => pagesOf(client, table, pk));
      let waiting = shards.map((pages) => ({ pages, next: pages.next() }));
      while (waiting.length > 0) {
        const settled = await Promise.all(waiting.map(async ({ pages, next }) => ({ pages, result: await next })));
        waiting = [];
        for (const { pages, result } of settled) {
          if (result.done !== true) {
            waiting.push({ pages, next: pages.next() });
            yield result.value;
          }
        }
      }
    },

    async few(subjectId, most) {
      const facts: ShardFact[] = [];
      const read = async (pk: string, limit: number, start?: Record<string, unknown>) => {
        const page = await readPage(client, table, pk, { limit, ...(start === undefined ? {} : { start }) });
        facts.push(...page.facts);
        return { pk, last: page.last };
      };
      let open = await Promise.all(
        allFactShardKeys(subjectId).map((pk) => read(pk, Math.max(1, Math.min(firstOfShard, most)))),
      );
      // One after the other: a subject with more facts than asked for costs little more than what is asked for.
      for (let next = unfinished(open); next !== undefined && facts.length <= most; next = unfinished(open)) {
        const further = await read(next.pk, most + 1 - facts.length, next.last);
        open = open.map((shard) => (shard === next ? further : shard));
      }
      return facts.length > most || unfinished(open) !== undefined ? null : facts;
    },

    async ofReporter(subjectId, reporter) {
      const { Items: items = [] } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :reporter)',
          ExpressionAttributeValues: {
            ':pk': factShardKey(subjectId, reporter),
            ':reporter': factSortKeyOfReporter(reporter),
          },
          Limit: mostOfReporter,
        }),
      );
      return items.map(factFromItem);
    },

    async find(subjectId, fact) {
      const { Item: item } = await client.send(
        new GetCommand({ TableName: table, Key: keyOf(subjectId, fact), ConsistentRead: true }),
      );
      return item === undefined ? null : factFromItem(item);
    },
  };
}

function keyOf(subjectId: string, fact: Pick<ShardFact, 'near' | 'reporter' | 'reportId' | 'revision'>) {
  return {
    pk: factShardKey(subjectId, fact.near),
    sk: factSortKey(fact.reporter, fact.reportId, fact.revision),
  };
}

interface Page {
  readonly facts: readonly ShardFact[];
  readonly last: Record<string, unknown> | undefined;
}

function unfinished<Shard extends Pick<Page, 'last'>>(shards: readonly Shard[]): Shard | undefined {
  return shards.find(({ last }) => last !== undefined);
}

async function* pagesOf(
  client: DynamoDBDocumentClient,
  table: string,
  pk: string,
): AsyncGenerator<readonly ShardFact[]> {
  let start: Record<string, unknown> | undefined;
  do {
    const { facts, last } = await readPage(client, table, pk, start === undefined ? {} : { start });
    yield facts;
    start = last;
  } while (start !== undefined);
}

async function readPage(
  client: DynamoDBDocumentClient,
  table: string,
  pk: string,
  { start, limit }: { readonly start?: Record<string, unknown>; readonly limit?: number },
): Promise<Page> {
  const { Items: items = [], LastEvaluatedKey: last } = await client.send(
    new QueryCommand({
      TableName: table,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': pk },
      ConsistentRead: true,
      ...(limit === undefined ? {} : { Limit: limit }),
      ...(start === undefined ? {} : { ExclusiveStartKey: start }),
    }),
  );
  return { facts: items.map(factFromItem), last };
}

function factFromItem(item: Record<string, unknown>): ShardFact {
  const { pk, sk, fact, at } = factItemSchema().parse(item);
  return { bytes: fact, ...parseFactSortKey(sk), writtenAt: at, near: pk.slice(-1) };
}
