import type { SQSBatchResponse } from 'aws-lambda';
import * as z from 'zod/mini';
import { loadArea } from '#shared/registry/uploads/load-area.ts';
import type { LoadDependencies } from '#shared/registry/uploads/upload-dependencies.ts';
import type { Log } from '#shared/runtime/log.ts';

export interface LoadRegistryAreaDependencies extends LoadDependencies {
  readonly log: Log;
}

const eventSchema = z.object({ Records: z.array(z.object({ messageId: z.string(), body: z.string() })) });
const errandSchema = z.object({
  importId: z.string().check(z.regex(/^[0-9a-f]{16}$/)),
  area: z.string().check(z.regex(/^\d{1,8}$/)),
});

/** Queue of areas. What is failed comes again, and after five times waits among the dead letters. */
export function createHandler({ log, ...deps }: LoadRegistryAreaDependencies) {
  const run = async (body: string): Promise<void> => {
    const errand = errandSchema.parse(JSON.parse(body));
    const { kind, ...fields } = await loadArea(errand, deps);
    log.info('registry_area_done', { outcome: kind, ...errand, ...fields });
  };
  return async (event: unknown): Promise<SQSBatchResponse> => {
    const batchItemFailures: { itemIdentifier: string }[] = [];
    for (const { messageId, body } of eventSchema.parse(event).Records) {
      try {
        await run(body);
      } catch (error) {
        log.error('registry_area_not_loaded', error, { queueMessageId: messageId });
        batchItemFailures.push({ itemIdentifier: messageId });
      }
    }
    return { batchItemFailures };
  };
}
