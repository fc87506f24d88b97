import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import { powertoolsLog } from '#shared/runtime/powertools-log.ts';
import { composeAllowance } from '#shared/storage/compose-allowance.ts';
import { composeIntake } from '#shared/storage/compose-intake.ts';
import { documentClient } from '#shared/storage/document-client.ts';
import { originSecret } from '#shared/storage/origin-secret.ts';
import { readSecret } from '#shared/storage/secret-store.ts';
import type { LogReportsDependencies } from './dependencies.ts';
import type { env } from './env.ts';

export async function compose(environment: typeof env): Promise<LogReportsDependencies> {
  const secret = await readSecret(environment.MASTER_SECRET_ARN);
  const client = documentClient();
  const log = powertoolsLog();
  return {
    ...composeIntake(environment, client, secret),
    ...composeAllowance(environment, client, secret, log),
    formHash: keyedHash(secret, 'form'),
    log,
    ...originSecret(environment.ORIGIN_SECRET_ARN),
  };
}
