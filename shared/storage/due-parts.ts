import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { DueParts } from '#shared/intake/parts/ports.ts';
import { onFirstUse } from '#shared/runtime/on-first-use.ts';
import { allPartsDueKeys, partsDueKey, partsDueMinute, partsPassedKey } from './keys.ts';
import { batchGet } from './registration-batch.ts';

const minute = 60_000;
const minutesOfAPage = 60;
/** How far back the first of all pages begins. */
const firstLookBack = 24 * 60;
/** A list outlives the sets in it. */
const listKept = 5 * 24 * 60 * 60;

const passedItem = onFirstUse(() => z.object({ minute: z.number() }));
const listItem = onFirstUse(() => z.object({ keys: z.set(z.string()) }));

/**
 * Lists of the sets of parts to look at, by the minute, in the Conversations table: a table without sort keys or indexes
 * needs no scan. Eight shards keep a list short, since adding to it costs the write units of all of it.
 */
export function createDueParts(client: DynamoDBDocumentClient, table: string): DueParts {
  const passedMinute = async (): Promise<number | null> => {
    const { Item: item } = await client.send(
      new GetCommand({ TableName: table, Key: { pk: partsPassedKey }, ConsistentRead: true }),
    );
    return item === undefined ? null : passedItem().parse(item).minute;
  };

  return {
    async add(key, at) {
      const due = partsDueMinute(at);
      await client.send(
        new UpdateCommand({
          TableName: table,
          Key: { pk: partsDueKey(due, key) },
          UpdateExpression: 'ADD #keys :key SET expiresAt = :expiresAt',
          ExpressionAttributeNames: { '#keys': 'keys' },
          ExpressionAttributeValues: { ':key': new Set([key]), ':expiresAt': due * 60 + listKept },
        }),
      );
    },

    async page(now) {
      const last = Math.floor(now.getTime() / minute);
      const passed = (await passedMinute()) ?? last - firstLookBack;
      const until = Math.min(passed + minutesOfAPage, last);
      if (until <= passed) {
        return null;
      }
      const minutes = Array.from({ length: until - passed }, (_, index) => passed + 1 + index);
      const listKeys = minutes.flatMap(allPartsDueKeys);
      // What is due was listed minutes ago: no need for a consistent read.
      const lists = await batchGet({ client, table, onUnits: () => {} }, listKeys, false);
      const keys = listKeys.flatMap((pk) => {
        const item = lists.get(pk);
        return item === undefined ? [] : [...listItem().parse(item).keys];
      });
      return { keys, until: new Date(until * minute) };
    },

    async passed(until) {
      try {
        await client.send(
          new UpdateCommand({
            TableName: table,
            Key: { pk: partsPassedKey },
            UpdateExpression: 'SET #minute = :minute',
            ConditionExpression: 'attribute_not_exists(#minute) OR #minute < :minute',
            ExpressionAttributeNames: { '#minute': 'minute' },
            ExpressionAttributeValues: { ':minute': Math.floor(until.getTime() / minute) },
          }),
        );
      } catch (error) {
        // Another run is further ahead.
        if (!(error instanceof ConditionalCheckFailedException)) {
          throw error;
        }
      }
    },
  };
}
