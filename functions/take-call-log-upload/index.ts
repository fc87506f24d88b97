import { powertoolsLog } from '#shared/runtime/powertools-log.ts';
import { composeCallLogUploads } from '#shared/storage/compose-call-log-uploads.ts';
import { originSecret } from '#shared/storage/origin-secret.ts';
import { env } from './env.ts';
import { createHandler } from './handler.ts';

export const handler = createHandler({
  uploads: composeCallLogUploads({ bucket: env.UPLOAD_BUCKET, country: env.DEFAULT_COUNTRY }),
  log: powertoolsLog(),
  ...originSecret(env.ORIGIN_SECRET_ARN),
});
