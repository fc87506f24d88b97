import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { inject } from 'vitest';
import { makeTables, type TableName } from './template-tables.ts';

/** A client for the shared engine. */
export function engineClient(): DynamoDBClient {
  return new DynamoDBClient({
    endpoint: inject('engineEndpoint'),
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
}

/** Makes fresh tables for a test. Answers their names. */
export const createTables = <N extends TableName>(client: DynamoDBClient, ...names: N[]): Promise<Record<N, string>> =>
  makeTables(client, names);
