import {
  CreateTableCommand,
  type CreateTableCommandInput,
  type DynamoDBClient,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { featureFlags } from '#infra/feature-flags.ts';
import { localSettings } from '#infra/settings.ts';
import { DataStack } from '#infra/stacks/data-stack.ts';

export type TableName =
  | 'Reports'
  | 'Subjects'
  | 'Facts'
  | 'Complaints'
  | 'Registrations'
  | 'Access'
  | 'Conversations'
  | 'Disputes';

interface TableResource {
  readonly Properties: CreateTableCommandInput & {
    readonly TimeToLiveSpecification?: { readonly AttributeName: string; readonly Enabled: boolean };
  };
}

let templates: Record<string, TableResource> | undefined;
let made = 0;

/** Makes fresh tables from the synthesised template, so that tests cannot drift from what deploys. Answers their names. */
export async function makeTables<N extends TableName>(
  client: DynamoDBClient,
  names: readonly N[],
): Promise<Record<N, string>> {
  templates ??= Template.fromStack(
    new DataStack(new App({ context: featureFlags, builtinCloudFormationValidation: false }), 'Data', {
      settings: localSettings,
    }),
  ).findResources('AWS::DynamoDB::Table') as unknown as Record<string, TableResource>;
  const result: Partial<Record<N, string>> = {};
  for (const name of names) {
    const resource = Object.entries(templates).find(([id]) => id.startsWith(name))?.[1];
    if (resource === undefined) {
      throw new Error(`the template has no table ${name}`);
    }
    const { KeySchema, AttributeDefinitions, GlobalSecondaryIndexes, StreamSpecification, TimeToLiveSpecification } =
      resource.Properties;
    made += 1;
    const TableName = `${name}-${process.pid}-${made}-${Math.random().toString(36).slice(2, 8)}`;
    await client.send(
      new CreateTableCommand({
        TableName,
        KeySchema,
        AttributeDefinitions,
        BillingMode: 'PAY_PER_REQUEST',
        ...(GlobalSecondaryIndexes === undefined ? {} : { GlobalSecondaryIndexes }),
        ...(StreamSpecification === undefined
          ? {}
          : { StreamSpecification: { ...StreamSpecification, StreamEnabled: true } }),
      }),
    );
    if (TimeToLiveSpecification !== undefined) {
      await client.send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification }));
    }
    result[name] = TableName;
  }
  return result as Record<N, string>;
}
