import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { ImportRecords, ListImport } from '#shared/registry/uploads/upload-ports.ts';
import { importChangeToItem, importFromItem, importToItem } from './import-record-items.ts';
import { registrationImportKey, registrationImportsKey } from './keys.ts';
import { batchGet, batchWrite, type Item } from './registration-batch.ts';

/** Beyond the first number those that ended longest ago are forgotten, down to the second. */
const remembered = { most: 500, least: 400 };

/** Imports of uploaded lists: an item each, and one with the ids of all. */
export function createImportRecords(
  client: DynamoDBDocumentClient,
  table: string,
  { most, least } = remembered,
): ImportRecords {
  const items = { client, table, onUnits: () => {} };
  const get = async (pk: string): Promise<Item | undefined> =>
    (await client.send(new GetCommand({ TableName: table, Key: { pk }, ConsistentRead: true }))).Item;
  const changeIds = (verb: 'ADD' | 'DELETE', ids: readonly string[]) =>
    client.send(
      new UpdateCommand({
        TableName: table,
        Key: { pk: registrationImportsKey },
        UpdateExpression: `${verb} ids :ids`,
        ExpressionAttributeValues: { ':ids': new Set(ids) },
      }),
    );
  const ids = async (): Promise<readonly string[]> => {
    const found = (await get(registrationImportsKey))?.['ids'];
    return found instanceof Set ? [...found].map(String) : [];
  };
  const list = async (): Promise<readonly ListImport[]> => {
    const keys = (await ids()).map(registrationImportKey);
    const found = [...(await batchGet(items, keys, true)).values()].flatMap((item) => importFromItem(item) ?? []);
    return found.sort((one, other) => (one.startedAt < other.startedAt ? 1 : -1));
  };
  const forget = async (): Promise<void> => {
    if ((await ids()).length > most) {
      const old = (await list()).slice(least).flatMap(({ id, endedAt }) => (endedAt === null ? [] : [id]));
      if (old.length > 0) {
        await batchWrite(items, [], old.map(registrationImportKey));
        await changeIds('DELETE', old);
      }
    }
  };

  return {
    find: async (id) => importFromItem(await get(registrationImportKey(id))),
    list,
    async begin(fresh) {
      await changeIds('ADD', [fresh.id]);
      await unlessConditionFails(
        new PutCommand({
          TableName: table,
          Item: importToItem(fresh),
          ConditionExpression: 'attribute_not_exists(pk) OR attribute_type(endedAt, :ended)',
          ExpressionAttributeValues: { ':ended': 'S' },
        }),
      );
      await forget();
    },
    async change({ id, startedAt }, from, change, units = { read: 0, write: 0 }) {
      const set = Object.entries({ startedAt, ...importChangeToItem(change) });
      const answer = await unlessConditionFails(
        new UpdateCommand({
          TableName: table,
          Key: { pk: registrationImportKey(id) },
          UpdateExpression: `SET ${set.map((_, index) => `#${index} = :${index}`).join(', ')} ADD readUnits :read, writeUnits :write`,
          ConditionExpression: `startedAt = :0 AND #state IN (${from.map((_, index) => `:from${index}`).join(', ')})`,
          ExpressionAttributeNames: {
            '#state': 'state',
            ...Object.fromEntries(set.map(([name], index) => [`#${index}`, name])),
          },
          ExpressionAttributeValues: {
            ':read': units.read,
            ':write': units.write,
            ...Object.fromEntries(set.map(([, value], index) => [`:${index}`, value])),
            ...Object.fromEntries(from.map((state, index) => [`:from${index}`, state])),
          },
        }),
      );
      return answer === null ? 'outdated' : 'changed';
    },
    async areaDone(id, snapshot, area, { read, write }) {
      const answer = await unlessConditionFails(
        new UpdateCommand({
          TableName: table,
          Key: { pk: registrationImportKey(id) },
          UpdateExpression: 'ADD done :area, readUnits :read, writeUnits :write',
          ConditionExpression: '#state = :loading AND #plan.#snapshot = :snapshot',
          ExpressionAttributeNames: { '#state': 'state', '#plan': 'plan', '#snapshot': 'snapshot' },
          ExpressionAttributeValues: {
            ':area': new Set([area]),
            ':read': read,
            ':write': write,
            ':loading': 'loading',
            ':snapshot': snapshot,
          },
          ReturnValues: 'ALL_NEW',
        }),
      );
      return answer === null ? null : (importFromItem(answer.Attributes)?.done ?? null);
    },
  };

  /** Null if the item is not, or no longer, what the condition asks for. */
  async function unlessConditionFails(command: PutCommand | UpdateCommand): Promise<{ Attributes?: Item } | null> {
    try {
      const { Attributes } = command instanceof PutCommand ? await client.send(command) : await client.send(command);
      return Attributes === undefined ? {} : { Attributes };
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) {
        return null;
      }
      throw error;
    }
  }
}
