import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';

/** Reads a secret's text from Secrets Manager; throws when it holds none. */
export async function readSecret(arn: string, client = new SecretsManagerClient({ maxAttempts: 4 })): Promise<string> {
  const { SecretString: text } = await client.send(new GetSecretValueCommand({ SecretId: arn }));
  if (text === undefined || text === '') {
    throw new Error('the secret is empty');
  }
  return text;
}
