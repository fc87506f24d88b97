import { randomBytes } from 'node:crypto';
import { systemClock } from '#shared/runtime/clock.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import { powertoolsLog } from '#shared/runtime/powertools-log.ts';
import { composeCallLogUploads } from '#shared/storage/compose-call-log-uploads.ts';
import { originSecret } from '#shared/storage/origin-secret.ts';
import { readSecret } from '#shared/storage/secret-store.ts';
import type { LogPagesDependencies } from './dependencies.ts';
import type { env } from './env.ts';

export async function compose(environment: typeof env): Promise<LogPagesDependencies> {
  const { DEFAULT_COUNTRY: country } = environment;
  return {
    uploads: composeCallLogUploads({ bucket: environment.UPLOAD_BUCKET, country }),
    country,
    clock: systemClock,
    random: randomBytes,
    formHash: keyedHash(await readSecret(environment.MASTER_SECRET_ARN), 'form'),
    log: powertoolsLog(),
    ...originSecret(environment.ORIGIN_SECRET_ARN),
  };
}
