import * as z from 'zod/mini';
import {
  type ReadUploadedLogDependencies,
  readUploadedLog,
} from '#shared/intake/call-logs/uploads/read-uploaded-log.ts';
import type { Log } from '#shared/runtime/log.ts';
import { fileTag, isUploadedFile, nameInUploadKey } from '#shared/storage/upload-keys.ts';

export interface ReadUploadedLogHandlerDependencies extends ReadUploadedLogDependencies {
  readonly log: Log;
}

/** `Object Created` of S3 through EventBridge; https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html */
const eventSchema = z.object({
  detail: z.object({ object: z.object({ key: z.string(), etag: z.optional(z.string()) }) }),
});

/** A log was uploaded, or is to be read once more. */
export function createHandler({ log, ...deps }: ReadUploadedLogHandlerDependencies) {
  return async (event: unknown): Promise<void> => {
    const { key, etag } = eventSchema.parse(event).detail.object;
    const name = nameInUploadKey(key);
    if (name === null) {
      log.warn('call_log_event_foreign');
      return;
    }
    try {
      const outcome = await readUploadedLog(
        name,
        deps,
        isUploadedFile(key) && etag !== undefined ? fileTag(etag) : undefined,
      );
      if (outcome.kind !== 'read') {
        log.info('call_log_upload_passed_over', { why: outcome.kind });
      } else if (outcome.result.kind === 'read') {
        const { format, rows, pages, complete } = outcome.result;
        log.info('call_log_upload_read', { format, rows, pages: pages.length, complete });
      } else {
        log.info('call_log_upload_refused', { reason: outcome.result.reason });
      }
    } catch (error) {
      log.error('call_log_upload_failed', error);
      // What is thrown is logged by the runtime with its message, and goes to the dead letters: this one holds nothing.
      throw new Error('the uploaded log was not read');
    }
  };
}
