import { randomBytes } from 'node:crypto';
import { createIdentity } from '#shared/report/identity.ts';
import { systemClock } from '#shared/runtime/clock.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import { powertoolsLog } from '#shared/runtime/powertools-log.ts';
import { createDisputeStore } from '#shared/storage/dispute-store.ts';
import { documentClient } from '#shared/storage/document-client.ts';
import { originSecret } from '#shared/storage/origin-secret.ts';
import { readSecret } from '#shared/storage/secret-store.ts';
import type { ContestDependencies } from './dependencies.ts';
import type { env } from './env.ts';

export async function compose(environment: typeof env): Promise<ContestDependencies> {
  const secret = await readSecret(environment.MASTER_SECRET_ARN);
  const identity = createIdentity(secret);
  return {
    disputes: createDisputeStore(documentClient(), environment.DISPUTES_TABLE, systemClock),
    identity,
    subjectOf: identity.subject,
    referenceHash: keyedHash(secret, 'dispute'),
    formHash: keyedHash(secret, 'form'),
    formChecks: environment.FORM_CHECKS,
    country: environment.DEFAULT_COUNTRY,
    retentionDays: environment.REPORT_RETENTION_DAYS,
    clock: systemClock,
    random: randomBytes,
    log: powertoolsLog(),
    ...originSecret(environment.ORIGIN_SECRET_ARN),
  };
}
