import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';

/** In the place of shared/storage/secret-store.ts: loads and makes the same, and sends nothing. */
export async function readSecret(arn: string, client = new SecretsManagerClient({ maxAttempts: 4 })): Promise<string> {
  const command = new GetSecretValueCommand({ SecretId: arn });
  return `${command.input.SecretId}${typeof client.send}`;
}
