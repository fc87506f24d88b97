import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { registerStandingKey } from '#shared/access/register-key.ts';
import { accessScopes } from '#shared/access/regulator-key.ts';
import { createKeyStore } from '#shared/storage/access-store.ts';
import { documentClient } from '#shared/storage/document-client.ts';
import { LocalRunError } from './local-run-error.ts';
import { LOCAL_REGION } from './template/environment.ts';

const TEN_YEARS = 10 * 365 * 24 * 3600 * 1000;

interface LocalKey {
  readonly key: string;
  readonly regulators: readonly string[];
  /** Name of the Access table. */
  readonly table: string;
  readonly dynamodb: string;
  readonly now: Date;
}

/** Lets the one key of the local run act for every regulator; the key of an earlier start stops working. */
export async function registerLocalKey({ key, regulators, table, dynamodb, now }: LocalKey): Promise<void> {
  const client = new DynamoDBClient({
    endpoint: dynamodb,
    region: LOCAL_REGION,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  try {
    const registered = await registerStandingKey(
      { key, keyId: 'local', regulators, scopes: accessScopes, now, expiresAt: new Date(now.getTime() + TEN_YEARS) },
      createKeyStore(documentClient(client), table),
    );
    if (registered.kind === 'too_short') {
      throw new LocalRunError('RINGFENCE_LOCAL_REGULATOR_KEY must have 16 or more characters.');
    }
  } finally {
    client.destroy();
  }
}
