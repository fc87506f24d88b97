import { logLimits } from '#shared/intake/call-logs/limits.ts';
import { systemClock } from '#shared/runtime/clock.ts';
import { powertoolsLog } from '#shared/runtime/powertools-log.ts';
import { originSecret } from '#shared/storage/origin-secret.ts';
import { env } from './env.ts';
import { createHandler } from './handler.ts';

export const handler = createHandler({
  clock: systemClock,
  country: env.DEFAULT_COUNTRY,
  limits: logLimits,
  log: powertoolsLog(),
  ...originSecret(env.ORIGIN_SECRET_ARN),
});
