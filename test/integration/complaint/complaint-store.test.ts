import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { createComplaintList } from '#shared/storage/complaint-list.ts';
import { createComplaintOutbox } from '#shared/storage/complaint-outbox.ts';
import { createComplaintStore } from '#shared/storage/complaint-store.ts';
import { storeContract } from '#test/support/complaint/store-contract.ts';
import { createTables, engineClient } from '#test/support/tables.ts';

storeContract('the Complaints table', async () => {
  const engine = engineClient();
  const { Complaints: table } = await createTables(engine, 'Complaints');
  const client = DynamoDBDocumentClient.from(engine, { marshallOptions: { removeUndefinedValues: true } });
  return {
    ...createComplaintStore(client, table),
    ...createComplaintList(client, table),
    ...createComplaintOutbox(client, table),
  };
});
