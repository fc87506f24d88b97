import {
  ConditionalCheckFailedException,
  ProvisionedThroughputExceededException,
  RequestLimitExceeded,
  ThrottlingException,
} from '@aws-sdk/client-dynamodb';
import { PutCommand, type PutCommandInput } from '@aws-sdk/lib-dynamodb';
import type { ChangedPage } from '#shared/registry/registration-ports.ts';
import type { Item, RegistrationTable } from './registration-batch.ts';
import { pageToItem } from './registration-items.ts';
import { untilNoneIsLeft } from './until-none-is-left.ts';

type Condition = Pick<
  PutCommandInput,
  'ConditionExpression' | 'ExpressionAttributeNames' | 'ExpressionAttributeValues'
>;

/** Of one call. The client has 50 connections, and an import makes four calls at once. */
const putsAtOnce = 25;

/** Only as a full list left it, or where there is none: what a change list wrote on it is later than any full load of it. */
const noChangeYet: Condition = {
  ConditionExpression: 'attribute_not_exists(#change)',
  ExpressionAttributeNames: { '#change': 'change' },
};

/**
 * Puts pages of a full list, one by one: a batch has no conditions, and costs the same units. Those that a change list has
 * changed since stay as they are.
 */
export async function putUnchangedPages(
  table: RegistrationTable,
  pages: readonly { readonly pk: string; readonly bytes: Uint8Array }[],
): Promise<void> {
  const left = pages.values();
  const lane = async () => {
    for (const { pk, bytes } of left) {
      await untilNoneIsLeft(table, [{ pk, page: bytes }], async (items) => {
        try {
          await Promise.all(items.map((item) => putIf(table, item, noChangeYet)));
          return [];
        } catch (error) {
          if (isThrottled(error)) {
            return items;
          }
          throw error;
        }
      });
    }
  };
  await Promise.all(Array.from({ length: Math.min(putsAtOnce, pages.length) }, lane));
}

/** Puts a page on condition of the change that it has now. */
export async function putChangedPage(
  table: RegistrationTable,
  pk: string,
  { after, ...page }: ChangedPage,
): Promise<'changed' | 'outdated'> {
  return putIf(table, { pk, ...pageToItem(page) }, conditionOf(after));
}

function conditionOf(after: number | null): Condition {
  if (after === null) {
    return { ConditionExpression: 'attribute_not_exists(pk)' };
  }
  const { ConditionExpression, ...names } = noChangeYet;
  return after === 0
    ? { ConditionExpression: `attribute_exists(pk) AND ${ConditionExpression}`, ...names }
    : { ConditionExpression: '#change = :after', ...names, ExpressionAttributeValues: { ':after': after } };
}

async function putIf(table: RegistrationTable, Item: Item, condition: Condition): Promise<'changed' | 'outdated'> {
  try {
    const { ConsumedCapacity } = await table.client.send(
      new PutCommand({ TableName: table.table, Item, ReturnConsumedCapacity: 'TOTAL', ...condition }),
    );
    table.onUnits({ read: 0, write: ConsumedCapacity?.CapacityUnits ?? 0 });
    return 'changed';
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) {
      return 'outdated';
    }
    throw error;
  }
}

/** After what the client itself sends again. */
function isThrottled(error: unknown): boolean {
  return (
    error instanceof ThrottlingException ||
    error instanceof ProvisionedThroughputExceededException ||
    error instanceof RequestLimitExceeded
  );
}
