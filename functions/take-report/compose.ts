import { powertoolsLog } from '#shared/runtime/powertools-log.ts';
import { composeIntake } from '#shared/storage/compose-intake.ts';
import { documentClient } from '#shared/storage/document-client.ts';
import { originSecret } from '#shared/storage/origin-secret.ts';
import { readSecret } from '#shared/storage/secret-store.ts';
import type { env } from './env.ts';
import type { TakeReportDependencies } from './handler.ts';

export async function compose(environment: typeof env): Promise<TakeReportDependencies> {
  return {
    ...composeIntake(environment, documentClient(), await readSecret(environment.MASTER_SECRET_ARN)),
    log: powertoolsLog(),
    ...originSecret(environment.ORIGIN_SECRET_ARN),
  };
}
