import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import { powertoolsLog } from '#shared/runtime/powertools-log.ts';
import { composeIntake } from '#shared/storage/compose-intake.ts';
import { createDisputeStore } from '#shared/storage/dispute-store.ts';
import { documentClient } from '#shared/storage/document-client.ts';
import { originSecret } from '#shared/storage/origin-secret.ts';
import { readSecret } from '#shared/storage/secret-store.ts';
import type { PagesDependencies } from './dependencies.ts';
import type { env } from './env.ts';

export async function compose(environment: typeof env): Promise<PagesDependencies> {
  const secret = await readSecret(environment.MASTER_SECRET_ARN);
  const client = documentClient();
  const intake = composeIntake(environment, client, secret);
  return {
    ...intake,
    disputes: createDisputeStore(client, environment.DISPUTES_TABLE, intake.clock),
    subjectOf: intake.identity.subject,
    referenceHash: keyedHash(secret, 'dispute'),
    formHash: keyedHash(secret, 'form'),
    log: powertoolsLog(),
    ...originSecret(environment.ORIGIN_SECRET_ARN),
  };
}
