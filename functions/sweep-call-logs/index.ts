import { S3Client } from '@aws-sdk/client-s3';
import { systemClock } from '#shared/runtime/clock.ts';
import { powertoolsLog } from '#shared/runtime/powertools-log.ts';
import { createOldUploads } from '#shared/storage/old-uploads.ts';
import { env } from './env.ts';
import { createHandler } from './handler.ts';

export const handler = createHandler({
  uploads: createOldUploads(new S3Client({}), env.UPLOAD_BUCKET),
  clock: systemClock,
  log: powertoolsLog(),
});
