import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { type KeyAdded, type KeyStore, liveKeysPerRegulator } from '#shared/access/key-store.ts';
import { isLive, type RegulatorKey, regulatorKeySchema } from '#shared/access/regulator-key.ts';
import { accessKeyKey, keyPlaceKey, standingKeyKey } from './keys.ts';

type Writes = NonNullable<TransactWriteCommandInput['TransactItems']>;

const keyItem = z.object({ v: z.literal(1), key: regulatorKeySchema }).transform((item) => item.key);
const placeItem = z.object({ sk: z.string(), key: regulatorKeySchema });

const places = Array.from({ length: liveKeysPerRegulator }, (_, place) => place + 1);

/** Attempts when others add keys for the same regulator at the same moment. */
const attempts = 4;

/** Keys in the Access table. The limit of live keys is held by two places per regulator, each taken by condition. */
export function createKeyStore(client: DynamoDBDocumentClient, table: string): KeyStore {
  const placesOf = async (regulator: string): Promise<readonly { place: number; key: RegulatorKey }[]> => {
    const found = await client.send(
      new QueryCommand({
        TableName: table,
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': keyPlaceKey(regulator, 1).pk },
      }),
    );
    const items = (found.Items ?? []).map((item) => placeItem.parse(item));
    return places.flatMap((place) => {
      const item = items.find(({ sk }) => sk === keyPlaceKey(regulator, place).sk);
      return item === undefined ? [] : [{ place, key: item.key }];
    });
  };

  const find = async (hash: string): Promise<RegulatorKey | null> => {
    const { Item } = await client.send(
      new GetCommand({ TableName: table, Key: accessKeyKey(hash), ConsistentRead: true }),
    );
    return Item === undefined ? null : keyItem.parse(Item);
  };

  const putKey = (key: RegulatorKey, fresh: boolean): Writes[number] => ({
    Put: {
      TableName: table,
      Item: { ...accessKeyKey(key.hash), v: 1, key },
      ...(fresh ? { ConditionExpression: 'attribute_not_exists(pk)' } : {}),
    },
  });

  const revokeKey = (hash: string, at: string): Writes[number] => ({
    Update: {
      TableName: table,
      Key: accessKeyKey(hash),
      UpdateExpression: 'SET #key.revokedAt = :at',
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeNames: { '#key': 'key' },
      ExpressionAttributeValues: { ':at': at },
    },
  });

  const tryAdd = async (key: RegulatorKey, now: Date): Promise<KeyAdded | 'raced'> => {
    if ((await find(key.hash)) !== null) {
      return { kind: 'already_there' };
    }
    const writes: Writes = [putKey(key, true)];
    for (const regulator of key.regulators) {
      const taken = await placesOf(regulator);
      const free = places.find((place) => !taken.some((t) => t.place === place && isLive(t.key, now)));
      if (free === undefined) {
        return { kind: 'too_many_keys', regulator };
      }
      writes.push({
        Put: {
          TableName: table,
          Item: { ...keyPlaceKey(regulator, free), v: 1, key },
          ConditionExpression: 'attribute_not_exists(pk) OR #key.expiresAt <= :now',
          ExpressionAttributeNames: { '#key': 'key' },
          ExpressionAttributeValues: { ':now': now.toISOString() },
        },
      });
    }
    return (await transact(client, writes)) ? { kind: 'added' } : 'raced';
  };

  return {
    find,

    async add(key, now) {
      for (let attempt = 0; attempt < attempts; attempt += 1) {
        const outcome = await tryAdd(key, now);
        if (outcome !== 'raced') {
          return outcome;
        }
      }
      throw new Error(`the keys of the regulator are being changed by others: gave up after ${attempts} attempts`);
    },

    async replace(key) {
      const standing = await client.send(
        new GetCommand({ TableName: table, Key: standingKeyKey(key.keyId), ConsistentRead: true }),
      );
      const before = standing.Item === undefined ? null : z.object({ hash: z.string() }).parse(standing.Item).hash;
      const done = await transact(client, [
        putKey(key, false),
        { Put: { TableName: table, Item: { ...standingKeyKey(key.keyId), v: 1, hash: key.hash } } },
        ...(before === null || before === key.hash ? [] : [revokeKey(before, key.createdAt)]),
      ]);
      if (!done) {
        throw new Error('the standing key is being replaced by another process');
      }
    },

    async live(regulator, now) {
      return (await placesOf(regulator)).map(({ key }) => key).filter((key) => isLive(key, now));
    },

    async revoke(regulator, keyId, now) {
      const held = (await placesOf(regulator)).find(({ key }) => key.keyId === keyId && isLive(key, now));
      if (held === undefined) {
        return false;
      }
      const writes: Writes = [revokeKey(held.key.hash, now.toISOString())];
      for (const each of held.key.regulators) {
        const place = (await placesOf(each)).find(({ key }) => key.hash === held.key.hash)?.place;
        if (place !== undefined) {
          writes.push({
            Delete: {
              TableName: table,
              Key: keyPlaceKey(each, place),
              ConditionExpression: '#key.#hash = :hash',
              ExpressionAttributeNames: { '#key': 'key', '#hash': 'hash' },
              ExpressionAttributeValues: { ':hash': held.key.hash },
            },
          });
        }
      }
      return transact(client, writes);
    },
  };
}

/** False when a condition failed or another transaction held an item: nothing was written. */
async function transact(client: DynamoDBDocumentClient, items: Writes): Promise<boolean> {
  try {
    await client.send(new TransactWriteCommand({ TransactItems: items }));
    return true;
  } catch (error) {
    if (
      error instanceof TransactionCanceledException &&
      (error.CancellationReasons ?? []).some(
        ({ Code }) => Code === 'ConditionalCheckFailed' || Code === 'TransactionConflict',
      )
    ) {
      return false;
    }
    throw error;
  }
}
