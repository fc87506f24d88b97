import {
  type AttributeValue,
  ConditionalCheckFailedException,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  TransactWriteCommand,
  UpdateCommand,
  type UpdateCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { Kept, PartSet } from '#shared/intake/parts/part-set.ts';
import type { PartStore } from '#shared/intake/parts/ports.ts';
import { dayMilliseconds } from '#shared/runtime/day.ts';
import { partSetKey } from './keys.ts';
import { keptFromItem, partSetToItem, partToItem } from './part-items.ts';

/** Text and numbers of a set that nobody manages to finish: long enough for an outage over a weekend. */
const keptUnfinished = 4 * dayMilliseconds;
/** What tells its parts again when they are delivered once more. */
const keptFinished = 31 * dayMilliseconds;

/**
 * Sets of parts in the Conversations table, one item each. A text in two parts costs five write units: the first part
 * finds nothing to be added to (a failed condition), is listed and opens the set; the second is added; the set is
 * finished. Each further part is one more, and so is a repeated one, while the item is within 1 KB (four full parts).
 */
export function createPartStore(client: DynamoDBDocumentClient, table: string): PartStore {
  const put = (set: PartSet, seen: readonly string[]) => ({
    TableName: table,
    Item: partSetToItem(set, seen, new Date(set.openedAt.getTime() + keptUnfinished)),
  });

  return {
    async add(key, number, part, after) {
      const met = await update(client, {
        TableName: table,
        Key: { pk: partSetKey(key) },
        UpdateExpression: 'SET p.#number = :part',
        ConditionExpression:
          'attribute_exists(p) AND attribute_not_exists(c) AND o > :after AND attribute_not_exists(p.#number) AND NOT contains(s, :mark)',
        ExpressionAttributeNames: { '#number': String(number) },
        ExpressionAttributeValues: { ':part': partToItem(part), ':after': after.getTime(), ':mark': part.mark },
      });
      const { kept } = met;
      if (!met.done) {
        return { kind: 'not_added', found: kept };
      }
      if (kept?.kind !== 'collecting') {
        throw new Error('a part was added to a set that collects nothing');
      }
      return { kind: 'added', set: kept.set };
    },

    async open(set, seen, { instead, movedTo }) {
      const condition = unchanged(instead);
      const fresh = { ...put(set, seen), ...condition };
      try {
        if (instead?.kind === 'collecting') {
          const moved = put({ ...instead.set, key: movedTo, closed: true }, []);
          await client.send(new TransactWriteCommand({ TransactItems: [{ Put: fresh }, { Put: moved }] }));
        } else {
          await client.send(new PutCommand(fresh));
        }
        return 'opened';
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException || isConflict(error)) {
          return 'conflict';
        }
        throw error;
      }
    },

    async close(key, openedBy) {
      const Key = { pk: partSetKey(key) };
      // Read first: most are finished by now, and a failed condition costs a write.
      const { Item: item } = await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
      if (item?.['p'] === undefined) {
        return null;
      }
      const { done, kept } = await update(client, {
        TableName: table,
        Key,
        UpdateExpression: 'SET c = :closed',
        ConditionExpression: 'attribute_exists(p) AND o <= :openedBy',
        ExpressionAttributeValues: { ':closed': true, ':openedBy': openedBy.getTime() },
      });
      return done && kept?.kind === 'collecting' ? kept.set : null;
    },

    async finish(set, texts) {
      await update(client, {
        TableName: table,
        Key: { pk: partSetKey(set.key) },
        UpdateExpression:
          'SET s = list_append(s, :marks), x = :texts, expiresAt = :expiresAt REMOVE p, g, f, #to, n, c',
        ConditionExpression: 'id = :id AND attribute_exists(p)',
        ExpressionAttributeNames: { '#to': 'to' },
        ExpressionAttributeValues: {
          ':id': set.id,
          ':marks': [...set.parts.values()].map(({ mark }) => mark),
          ':texts': Object.fromEntries([...texts].map(([number, text]) => [String(number), text])),
          ':expiresAt': Math.floor((set.openedAt.getTime() + keptFinished) / 1000),
        },
      });
    },
  };
}

/** The item after the update; if the condition failed, as it stands. */
async function update(
  client: DynamoDBDocumentClient,
  input: UpdateCommandInput,
): Promise<{ readonly done: boolean; readonly kept: Kept | null }> {
  try {
    const { Attributes: item } = await client.send(
      new UpdateCommand({ ...input, ReturnValues: 'ALL_NEW', ReturnValuesOnConditionCheckFailure: 'ALL_OLD' }),
    );
    return { done: true, kept: item === undefined ? null : keptFromItem(item) };
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) {
      return { done: false, kept: error.Item === undefined ? null : keptFromImage(error.Item) };
    }
    throw error;
  }
}

function keptFromImage(image: Record<string, AttributeValue>): Kept {
  return keptFromItem(unmarshall(image));
}

/** That nobody changed the place since it was looked at. */
function unchanged(found: Kept | null) {
  if (found === null) {
    return { ConditionExpression: 'attribute_not_exists(pk)' };
  }
  const collecting = found.kind === 'collecting';
  return {
    ConditionExpression: collecting ? 'id = :id AND size(p) = :parts' : 'id = :id AND attribute_not_exists(p)',
    ExpressionAttributeValues: collecting
      ? { ':id': found.set.id, ':parts': found.set.parts.size }
      : { ':id': found.id },
  };
}

function isConflict(error: unknown): boolean {
  return (
    error instanceof TransactionCanceledException &&
    (error.CancellationReasons ?? []).some(
      ({ Code }) => Code === 'ConditionalCheckFailed' || Code === 'TransactionConflict',
    )
  );
}
