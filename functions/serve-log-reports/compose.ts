import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import { powertoolsLog } from '#shared/runtime/powertools-log.ts';
import { composeIntake } from '#shared/storage/compose-intake.ts';
import { documentClient } from '#shared/storage/document-client.ts';
import { originSecret } from '#shared/storage/origin-secret.ts';
import { readSecret } from '#shared/storage/secret-store.ts';
import type { LogReportsDependencies } from './dependencies.ts';
import type { env } from './env.ts';

export async function compose(environment: typeof env): Promise<LogReportsDependencies> {
  const secret = await readSecret(environment.MASTER_SECRET_ARN);
  return {
    ...composeIntake(environment, documentClient(), secret),
    formHash: keyedHash(secret, 'form'),
    log: powertoolsLog(),
    ...originSecret(environment.ORIGIN_SECRET_ARN),
  };
}
