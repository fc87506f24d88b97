import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { PageKey, RegistrationStore } from '#shared/registry/registration-ports.ts';
import { emptyHead } from '#shared/registry/registry-head.ts';
import {
  registrationAreaKey,
  registrationChangeKey,
  registrationHeadKey,
  registrationPageKey,
  registrationSnapshotKey,
} from './keys.ts';
import { batchGet, batchWrite, type RegistrationTable } from './registration-batch.ts';
import {
  areaFromItem,
  areaToItem,
  changeFromItem,
  changeToItem,
  headFromItem,
  headToItem,
  pageFromItem,
  recordFromItem,
  recordToItem,
} from './registration-items.ts';
import { putChangedPage, putUnchangedPages } from './registration-page-writes.ts';

export interface RegistrationStoreOptions {
  readonly client: DynamoDBDocumentClient;
  readonly table: string;
  /** Called with the consumed units of each request that succeeded. */
  readonly onUnits?: RegistrationTable['onUnits'];
  readonly sleep?: (milliseconds: number) => Promise<unknown>;
}

/** Held lists in the Registrations table: an item per page, area directory and snapshot, and one pointer a registry. */
export function createRegistrationStore(options: RegistrationStoreOptions): RegistrationStore {
  const table: RegistrationTable = { onUnits: () => {}, ...options };
  const pageKey = ({ registry, snapshot, page }: PageKey) => registrationPageKey(registry, snapshot, page);
  const readPages = async (keys: readonly PageKey[], consistent: boolean) => {
    const items = await batchGet(table, keys.map(pageKey), consistent);
    return keys.map((key) => pageFromItem(items.get(pageKey(key))));
  };
  const getItem = async (pk: string) => {
    const { Item, ConsumedCapacity } = await table.client.send(
      new GetCommand({
        TableName: table.table,
        Key: { pk },
        ConsistentRead: true,
        ReturnConsumedCapacity: 'TOTAL',
      }),
    );
    table.onUnits({ read: ConsumedCapacity?.CapacityUnits ?? 0, write: 0 });
    return Item;
  };

  return {
    async heads(registries) {
      const items = await batchGet(table, registries.map(registrationHeadKey), false);
      return [...items.values()].map(headFromItem);
    },
    pages: (keys) => readPages(keys, false),

    async head(registry) {
      const item = await getItem(registrationHeadKey(registry));
      return item === undefined ? emptyHead(registry) : headFromItem(item);
    },
    async replaceHead(head) {
      try {
        const { ConsumedCapacity } = await table.client.send(
          new PutCommand({
            TableName: table.table,
            Item: headToItem({ ...head, revision: head.revision + 1 }),
            ReturnConsumedCapacity: 'TOTAL',
            ...(head.revision === 0
              ? { ConditionExpression: 'attribute_not_exists(pk)' }
              : { ConditionExpression: 'revision = :former', ExpressionAttributeValues: { ':former': head.revision } }),
          }),
        );
        table.onUnits({ read: 0, write: ConsumedCapacity?.CapacityUnits ?? 0 });
        return 'replaced';
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) {
          return 'outdated';
        }
        throw error;
      }
    },

    storedPages: (keys) => readPages(keys, true),
    putPages: (pages) =>
      putUnchangedPages(
        table,
        pages.map((page) => ({ pk: pageKey(page), bytes: page.bytes })),
      ),
    changePages: (pages) => Promise.all(pages.map((page) => putChangedPage(table, pageKey(page), page))),
    removePages: (keys) => batchWrite(table, [], keys.map(pageKey)),

    async areas(keys) {
      const pk = (key: (typeof keys)[number]) => registrationAreaKey(key.registry, key.snapshot, key.area);
      const items = await batchGet(table, keys.map(pk), true);
      return keys.map((key) => areaFromItem(key, items.get(pk(key))));
    },
    putAreas: (entries) => batchWrite(table, entries.map(areaToItem)),
    removeAreas: (keys) =>
      batchWrite(
        table,
        [],
        keys.map(({ registry, snapshot, area }) => registrationAreaKey(registry, snapshot, area)),
      ),
    snapshot: async (registry, snapshot) => recordFromItem(await getItem(registrationSnapshotKey(registry, snapshot))),
    putSnapshot: (record) => batchWrite(table, [recordToItem(record)]),
    changeRecord: async (registry, change) => changeFromItem(await getItem(registrationChangeKey(registry, change))),
    putChangeRecord: (record) => batchWrite(table, [changeToItem(record)]),
  };
}
