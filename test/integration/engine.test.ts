import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import { expect, test } from 'vitest';
import { createTables, engineClient } from '#test/support/tables.ts';

test('the engine takes the tables of the template, streams and indexes included', async () => {
  const client = engineClient();
  const names = await createTables(client, 'Reports', 'Complaints');
  const reports = await client.send(new DescribeTableCommand({ TableName: names.Reports }));
  const complaints = await client.send(new DescribeTableCommand({ TableName: names.Complaints }));
  expect(reports.Table?.LatestStreamArn).toBeDefined();
  expect(complaints.Table?.GlobalSecondaryIndexes?.map((index) => index.IndexName).sort()).toEqual([
    'by-regulator',
    'untaken',
  ]);
});
