import * as z from 'zod';
import { LocalRunError } from '../local-run-error.ts';
import { type AwsCall, AwsCallError } from '../services/aws-json.ts';
import { warmUpKey } from '../streams/warm-up.ts';
import { arn } from '../template/environment.ts';
import type { Made, Resource } from '../template/make-resources.ts';
import { physicalName } from '../template/physical-name.ts';
import { made } from './made.ts';
import { meaningless, readProperties } from './properties.ts';

const keySchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.string() }));
const indexSchema = z.looseObject({ IndexName: z.string(), KeySchema: keySchema, Projection: z.unknown() });

const propertiesSchema = z.strictObject({
  TableName: z.string().optional(),
  KeySchema: keySchema,
  AttributeDefinitions: z.array(z.object({ AttributeName: z.string(), AttributeType: z.string() })),
  GlobalSecondaryIndexes: z.array(indexSchema).optional(),
  LocalSecondaryIndexes: z.array(indexSchema).optional(),
  StreamSpecification: z.looseObject({ StreamViewType: z.string() }).optional(),
  TimeToLiveSpecification: z.object({ AttributeName: z.string().optional(), Enabled: z.boolean() }).optional(),
  BillingMode: meaningless,
  ProvisionedThroughput: meaningless,
  OnDemandThroughput: meaningless,
  WarmThroughput: meaningless,
  PointInTimeRecoverySpecification: meaningless,
  DeletionProtectionEnabled: meaningless,
  SSESpecification: meaningless,
  ContributorInsightsSpecification: meaningless,
  ResourcePolicy: meaningless,
  TableClass: meaningless,
  Tags: meaningless,
});

type TableProperties = z.infer<typeof propertiesSchema>;

const describedSchema = z.object({
  Table: z.object({
    TableStatus: z.string(),
    KeySchema: keySchema,
    LatestStreamArn: z.string().optional(),
    GlobalSecondaryIndexes: z
      .array(z.object({ IndexName: z.string(), IndexStatus: z.string().optional() }))
      .default([]),
  }),
});

const ttlSchema = z.object({ TimeToLiveDescription: z.object({ TimeToLiveStatus: z.string() }) });

type Described = z.infer<typeof describedSchema>['Table'];

async function describe(dynamodb: AwsCall, TableName: string): Promise<Described | undefined> {
  try {
    return describedSchema.parse(await dynamodb('DescribeTable', { TableName })).Table;
  } catch (error) {
    if (error instanceof AwsCallError && error.code === 'ResourceNotFoundException') {
      return undefined;
    }
    throw error;
  }
}

/** The stream, and the indexes it came with, are there a moment after the call that asked for them. */
async function settled(dynamodb: AwsCall, TableName: string, streamed: boolean): Promise<Described> {
  for (let tries = 0; tries < 600; tries += 1) {
    const table = await describe(dynamodb, TableName);
    const active = table?.GlobalSecondaryIndexes.every(
      ({ IndexStatus }) => IndexStatus === undefined || IndexStatus === 'ACTIVE',
    );
    if (table?.TableStatus === 'ACTIVE' && active === true && (!streamed || table.LatestStreamArn !== undefined)) {
      return table;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`the table ${TableName} does not become active`);
}

async function create(dynamodb: AwsCall, TableName: string, properties: TableProperties): Promise<void> {
  const { KeySchema, AttributeDefinitions, GlobalSecondaryIndexes, LocalSecondaryIndexes, StreamSpecification } =
    properties;
  await dynamodb('CreateTable', {
    TableName,
    KeySchema,
    AttributeDefinitions,
    BillingMode: 'PAY_PER_REQUEST',
    GlobalSecondaryIndexes: GlobalSecondaryIndexes?.map(({ IndexName, KeySchema: keys, Projection }) => ({
      IndexName,
      KeySchema: keys,
      Projection,
    })),
    LocalSecondaryIndexes,
    StreamSpecification:
      StreamSpecification === undefined
        ? undefined
        : { StreamEnabled: true, StreamViewType: StreamSpecification.StreamViewType },
  });
}

/** Brings a kept table up to a template that has grown since: new indexes, a new stream. */
async function grow(
  dynamodb: AwsCall,
  TableName: string,
  properties: TableProperties,
  table: Described,
): Promise<void> {
  if (JSON.stringify(table.KeySchema) !== JSON.stringify(properties.KeySchema)) {
    throw new LocalRunError(
      `The table ${TableName} in the data folder has another key than the template. Move the data folder away and start afresh.`,
    );
  }
  for (const { IndexName, KeySchema, Projection } of properties.GlobalSecondaryIndexes ?? []) {
    if (!table.GlobalSecondaryIndexes.some((index) => index.IndexName === IndexName)) {
      await dynamodb('UpdateTable', {
        TableName,
        AttributeDefinitions: properties.AttributeDefinitions,
        GlobalSecondaryIndexUpdates: [{ Create: { IndexName, KeySchema, Projection } }],
      });
      await settled(dynamodb, TableName, false);
    }
  }
  if (properties.StreamSpecification !== undefined && table.LatestStreamArn === undefined) {
    const { StreamViewType } = properties.StreamSpecification;
    await dynamodb('UpdateTable', { TableName, StreamSpecification: { StreamEnabled: true, StreamViewType } });
  }
}

async function expire(dynamodb: AwsCall, TableName: string, AttributeName: string): Promise<void> {
  const { TimeToLiveDescription } = ttlSchema.parse(await dynamodb('DescribeTimeToLive', { TableName }));
  if (TimeToLiveDescription.TimeToLiveStatus === 'DISABLED') {
    await dynamodb('UpdateTimeToLive', { TableName, TimeToLiveSpecification: { AttributeName, Enabled: true } });
  }
}

/**
 * A streamed table whose first record comes after thousands of another stream's is written very slowly by the local
 * engine; one record in each from the beginning keeps it quick (measured: 25-110 against 680 writes a second).
 */
async function warmUp(dynamodb: AwsCall, TableName: string, properties: TableProperties): Promise<void> {
  const types = new Map(properties.AttributeDefinitions.map((each) => [each.AttributeName, each.AttributeType]));
  const Key = Object.fromEntries(
    properties.KeySchema.map(({ AttributeName }) => [AttributeName, warmUpKey(types.get(AttributeName) ?? 'S')]),
  );
  await dynamodb('PutItem', { TableName, Item: Key });
  await dynamodb('DeleteItem', { TableName, Key });
}

/** Makes the table in the local engine, or brings the kept one up to the template. */
export async function makeTable(resource: Resource, dynamodb: AwsCall): Promise<Made> {
  const properties = readProperties(resource, propertiesSchema);
  const name = properties.TableName ?? physicalName(resource.stackName, resource.logicalId, 255);
  const streamed = properties.StreamSpecification !== undefined;
  const before = await describe(dynamodb, name);
  if (before === undefined) {
    await create(dynamodb, name, properties);
  } else {
    await grow(dynamodb, name, properties, before);
  }
  const table = await settled(dynamodb, name, streamed);
  const expiry = properties.TimeToLiveSpecification;
  if (expiry?.Enabled === true && expiry.AttributeName !== undefined) {
    await expire(dynamodb, name, expiry.AttributeName);
  }
  if (streamed && before?.LatestStreamArn === undefined) {
    await warmUp(dynamodb, name, properties);
  }
  return made(name, { Arn: arn('dynamodb', `table/${name}`), StreamArn: table.LatestStreamArn });
}
