import { beforeAll } from 'vitest';
import { documentClient } from '#shared/storage/document-client.ts';
import { createSubjectStores } from '#shared/storage/subject-stores.ts';
import { describeSubjectStores } from '#test/support/counting/store-contract.ts';
import { createTables, engineClient } from '#test/support/tables.ts';

const client = engineClient();
let tables = { Subjects: '', Facts: '' };

beforeAll(async () => {
  tables = await createTables(client, 'Subjects', 'Facts');
});

describeSubjectStores('DynamoDB', () =>
  createSubjectStores(documentClient(client), { subjects: tables.Subjects, facts: tables.Facts }),
);
