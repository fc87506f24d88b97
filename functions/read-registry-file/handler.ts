import type { SQSBatchResponse } from 'aws-lambda';
import * as z from 'zod/mini';
import { readUploadedList } from '#shared/registry/uploads/read-uploaded-list.ts';
import type { UploadDependencies } from '#shared/registry/uploads/upload-dependencies.ts';
import type { Log } from '#shared/runtime/log.ts';

export interface ReadRegistryFileDependencies extends Omit<UploadDependencies, 'millisecondsLeft'> {
  /** Has this message come again after so many seconds. */
  readonly later: (body: string, seconds: number) => Promise<void>;
  readonly log: Log;
}

/** What Lambda tells of an invocation. */
interface Invocation {
  getRemainingTimeInMillis(): number;
}

const eventSchema = z.object({ Records: z.array(z.object({ messageId: z.string(), body: z.string() })) });

/** `Object Created` of S3 through EventBridge; https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html */
const createdSchema = z.object({ detail: z.object({ object: z.object({ key: z.string() }) }) });

/** A list that waits for another one is looked at again after this. */
const patienceSeconds = 60;

/** Queue of uploaded lists. What is failed comes again, and after three times waits among the dead letters. */
export function createHandler({ later, log, ...deps }: ReadRegistryFileDependencies) {
  const run = async (body: string, invocation: Invocation): Promise<void> => {
    const { key } = createdSchema.parse(JSON.parse(body)).detail.object;
    const millisecondsLeft = () => invocation.getRemainingTimeInMillis();
    const outcome = await readUploadedList(key, { ...deps, millisecondsLeft });
    if (outcome.kind === 'waiting') {
      await later(body, patienceSeconds);
    }
    const { kind, ...fields } = outcome;
    log.info('registry_file_read', { outcome: kind, ...fields });
  };
  return async (event: unknown, invocation: Invocation): Promise<SQSBatchResponse> => {
    const batchItemFailures: { itemIdentifier: string }[] = [];
    for (const { messageId, body } of eventSchema.parse(event).Records) {
      try {
        await run(body, invocation);
      } catch (error) {
        log.error('registry_file_not_read', error, { queueMessageId: messageId });
        batchItemFailures.push({ itemIdentifier: messageId });
      }
    }
    return { batchItemFailures };
  };
}
