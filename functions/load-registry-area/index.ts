import { S3Client } from '@aws-sdk/client-s3';
import { powertoolsLog } from '#shared/runtime/powertools-log.ts';
import { composeListLoading } from '#shared/storage/compose-list-loading.ts';
import { documentClient } from '#shared/storage/document-client.ts';
import { env } from './env.ts';
import { createHandler } from './handler.ts';

export const handler = createHandler({
  ...composeListLoading(env, documentClient(), new S3Client({ maxAttempts: 6 })),
  log: powertoolsLog(),
});
