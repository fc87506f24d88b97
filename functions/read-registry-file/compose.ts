import { S3Client } from '@aws-sdk/client-s3';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { powertoolsLog } from '#shared/runtime/powertools-log.ts';
import { createAreaQueue } from '#shared/storage/area-queue.ts';
import { composeListLoading } from '#shared/storage/compose-list-loading.ts';
import { createDeclarations } from '#shared/storage/declarations.ts';
import { documentClient } from '#shared/storage/document-client.ts';
import { createUploadedLists } from '#shared/storage/uploaded-lists.ts';
import type { env } from './env.ts';
import type { ReadRegistryFileDependencies } from './handler.ts';

export function compose(environment: typeof env): ReadRegistryFileDependencies {
  const client = documentClient();
  const s3 = new S3Client({ maxAttempts: 6 });
  const sqs = new SQSClient({ maxAttempts: 6 });
  return {
    ...composeListLoading(environment, client, s3),
    uploads: createUploadedLists(s3, environment.LIST_BUCKET),
    declarations: createDeclarations(client, environment.REGISTRATIONS_TABLE),
    queue: createAreaQueue(sqs, environment.AREA_QUEUE_URL),
    later: async (MessageBody, DelaySeconds) => {
      await sqs.send(new SendMessageCommand({ QueueUrl: environment.LIST_QUEUE_URL, MessageBody, DelaySeconds }));
    },
    log: powertoolsLog(),
  };
}
