import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { IntakeEnvironment } from '#shared/storage/compose-intake.ts';
import { documentClient } from '#shared/storage/document-client.ts';
import { type CapacityMeter, meterCapacity } from '#test/support/capacity-meter.ts';
import { makeTables } from '#test/support/template-tables.ts';

/** Fresh tables of the app on the real engine, and a meter on the client that works with them. */
export interface World {
  readonly client: DynamoDBClient;
  readonly documents: DynamoDBDocumentClient;
  readonly streams: DynamoDBStreamsClient;
  readonly meter: CapacityMeter;
  readonly env: IntakeEnvironment & { readonly CONVERSATIONS_TABLE: string; readonly REPORTS_PER_LINE_PER_DAY: number };
}

export async function openWorld(endpoint: string): Promise<World> {
  const config = { endpoint, region: 'us-east-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } };
  const client = new DynamoDBClient(config);
  const meter = meterCapacity(client);
  const tables = await makeTables(client, [
    'Reports',
    'Subjects',
    'Facts',
    'Complaints',
    'Registrations',
    'Conversations',
  ]);
  return {
    client,
    documents: documentClient(client),
    streams: new DynamoDBStreamsClient(config),
    meter,
    env: {
      REPORTS_TABLE: tables.Reports,
      SUBJECTS_TABLE: tables.Subjects,
      FACTS_TABLE: tables.Facts,
      COMPLAINTS_TABLE: tables.Complaints,
      REGISTRATIONS_TABLE: tables.Registrations,
      DEFAULT_COUNTRY: 'US',
      REPORT_RETENTION_DAYS: 730,
      REGISTRY_POINTER_SECONDS: 60,
      CONVERSATIONS_TABLE: tables.Conversations,
      REPORTS_PER_LINE_PER_DAY: 100,
    },
  };
}
