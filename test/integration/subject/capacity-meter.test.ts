import { GetCommand, PutCommand, QueryCommand, TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { documentClient } from '#shared/storage/document-client.ts';
import { meterCapacity } from '#test/support/capacity-meter.ts';
import { createTables, engineClient } from '#test/support/tables.ts';

const client = engineClient();
const meter = meterCapacity(client);
const documents = documentClient(client);
let table = '';

beforeAll(async () => {
  table = (await createTables(client, 'Subjects')).Subjects;
});

beforeEach(() => meter.reset());

test('a write of up to 1 KB costs one unit on its key, one of 3 KB three', async () => {
  await documents.send(new PutCommand({ TableName: table, Item: { pk: 'small' } }));
  await documents.send(new PutCommand({ TableName: table, Item: { pk: 'large', text: 'x'.repeat(2500) } }));
  expect(meter.total).toEqual({ read: 0, write: 4, requests: 2 });
  expect(meter.tables.get(table)).toEqual({ read: 0, write: 4, requests: 2 });
  expect(meter.keys.get(`${table}|large`)?.write).toBe(3);
});

test('a failed condition costs a unit, though the engine reports none', async () => {
  const update = { TableName: table, Key: { pk: 'absent' }, UpdateExpression: 'SET a = pk' };
  await expect(
    documents.send(new UpdateCommand({ ...update, ConditionExpression: 'attribute_exists(pk)' })),
  ).rejects.toThrow();
  expect(meter.total.write).toBe(1);
});

test('a failed condition on a large item costs as much as the item', async () => {
  await documents.send(new PutCommand({ TableName: table, Item: { pk: 'large', text: 'x'.repeat(2500) } }));
  meter.reset();
  await expect(
    documents.send(
      new PutCommand({
        TableName: table,
        Item: { pk: 'large' },
        ConditionExpression: 'attribute_not_exists(pk)',
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }),
    ),
  ).rejects.toThrow();
  expect(meter.total.write).toBe(3);
});

test('reading nothing costs half a unit, strongly consistent a whole one', async () => {
  await documents.send(new GetCommand({ TableName: table, Key: { pk: 'nothing' } }));
  await documents.send(
    new QueryCommand({
      TableName: table,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': 'nothing' },
    }),
  );
  expect(meter.total).toEqual({ read: 1, write: 0, requests: 2 });
  await documents.send(new GetCommand({ TableName: table, Key: { pk: 'nothing' }, ConsistentRead: true }));
  expect(meter.total.read).toBe(2);
});

test('a transaction costs double, done or refused', async () => {
  const put = (pk: string) => ({
    Put: { TableName: table, Item: { pk }, ConditionExpression: 'attribute_not_exists(pk)' },
  });
  await documents.send(new TransactWriteCommand({ TransactItems: [put('one'), put('two')] }));
  expect(meter.total.write).toBe(4);
  await expect(
    documents.send(new TransactWriteCommand({ TransactItems: [put('one'), put('three')] })),
  ).rejects.toThrow();
  expect(meter.total.write).toBe(8);
  expect(meter.keys.get(`${table}|one`)?.write).toBe(4);
  await documents.send(new TransactWriteCommand({ TransactItems: [put('four')] }));
  expect(meter.total.write).toBe(10);
});
