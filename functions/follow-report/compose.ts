import { powertoolsLog } from '#shared/runtime/powertools-log.ts';
import { composeIntake } from '#shared/storage/compose-intake.ts';
import { composeLetters } from '#shared/storage/compose-letters.ts';
import { documentClient } from '#shared/storage/document-client.ts';
import { originSecret } from '#shared/storage/origin-secret.ts';
import { readSecret } from '#shared/storage/secret-store.ts';
import type { env } from './env.ts';
import type { FollowReportDependencies } from './handler.ts';

export async function compose(environment: typeof env): Promise<FollowReportDependencies> {
  const client = documentClient();
  const secret = await readSecret(environment.MASTER_SECRET_ARN);
  const intake = composeIntake(environment, client, secret);
  return {
    ...intake,
    letters: composeLetters(environment, client, secret, intake.reports),
    log: powertoolsLog(),
    ...originSecret(environment.ORIGIN_SECRET_ARN),
  };
}
