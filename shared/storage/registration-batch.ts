import { BatchGetCommand, BatchWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { untilNoneIsLeft } from './until-none-is-left.ts';

/** An item as the document client takes and gives it. */
export type Item = Record<string, unknown>;

export interface RegistrationTable {
  readonly client: DynamoDBDocumentClient;
  readonly table: string;
  /** Called with the consumed units of each request. */
  readonly onUnits: (units: { readonly read: number; readonly write: number }) => void;
  readonly sleep?: (milliseconds: number) => Promise<unknown>;
}

// The limits of BatchWriteItem and BatchGetItem.
const writesOfABatch = 25;
const readsOfABatch = 100;

/** Puts and deletes, 25 a request, all requests at once; what DynamoDB leaves undone is sent again, ever more slowly. */
export async function batchWrite(
  table: RegistrationTable,
  puts: readonly Item[],
  deletes: readonly string[] = [],
): Promise<void> {
  const requests = [
    ...puts.map((Item) => ({ PutRequest: { Item } })),
    ...deletes.map((pk) => ({ DeleteRequest: { Key: { pk } } })),
  ];
  await Promise.all(
    slices(requests, writesOfABatch).map((batch) =>
      untilNoneIsLeft(table, batch, async (left) => {
        const { UnprocessedItems, ConsumedCapacity } = await table.client.send(
          new BatchWriteCommand({ RequestItems: { [table.table]: [...left] }, ReturnConsumedCapacity: 'TOTAL' }),
        );
        table.onUnits({ read: 0, write: units(ConsumedCapacity) });
        return (UnprocessedItems?.[table.table] ?? []).map(({ PutRequest, DeleteRequest }) =>
          PutRequest === undefined
            ? { DeleteRequest: { Key: { pk: String(DeleteRequest?.Key?.['pk']) } } }
            : { PutRequest: { Item: PutRequest.Item ?? {} } },
        );
      }),
    ),
  );
}

/** The items with these partition keys, by key; keys without an item are absent. */
export async function batchGet(
  table: RegistrationTable,
  keys: readonly string[],
  consistent: boolean,
): Promise<ReadonlyMap<string, Item>> {
  const found = new Map<string, Item>();
  await Promise.all(
    slices([...new Set(keys)], readsOfABatch).map((batch) =>
      untilNoneIsLeft(table, batch, async (left) => {
        const { Responses, UnprocessedKeys, ConsumedCapacity } = await table.client.send(
          new BatchGetCommand({
            RequestItems: { [table.table]: { Keys: left.map((pk) => ({ pk })), ConsistentRead: consistent } },
            ReturnConsumedCapacity: 'TOTAL',
          }),
        );
        table.onUnits({ read: units(ConsumedCapacity), write: 0 });
        for (const item of Responses?.[table.table] ?? []) {
          found.set(String(item['pk']), item);
        }
        return (UnprocessedKeys?.[table.table]?.Keys ?? []).map((key) => String(key['pk']));
      }),
    ),
  );
  return found;
}

function units(capacity: readonly { readonly CapacityUnits?: number | undefined }[] | undefined): number {
  return (capacity ?? []).reduce((sum, { CapacityUnits }) => sum + (CapacityUnits ?? 0), 0);
}

function slices<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );
}
