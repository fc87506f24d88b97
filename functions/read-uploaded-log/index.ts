import { S3Client } from '@aws-sdk/client-s3';
import { systemClock } from '#shared/runtime/clock.ts';
import { powertoolsLog } from '#shared/runtime/powertools-log.ts';
import { createUploadObjects } from '#shared/storage/upload-objects.ts';
import { env } from './env.ts';
import { createHandler } from './handler.ts';

export const handler = createHandler({
  ...createUploadObjects(new S3Client({}), env.UPLOAD_BUCKET),
  country: env.DEFAULT_COUNTRY,
  clock: systemClock,
  log: powertoolsLog(),
});
