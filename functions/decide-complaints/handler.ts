import type { DynamoDBBatchResponse } from 'aws-lambda';
import { type DecideDependencies, decideComplaints } from '#shared/complaint/decide-complaints.ts';
import type { Log } from '#shared/runtime/log.ts';
import { eachImage } from '#shared/storage/complaint-stream.ts';
import { reportFromImage } from '#shared/storage/report-item.ts';

export type DecideComplaintsDependencies = DecideDependencies & { readonly log: Log };

/** Reports stream: report versions whose reporter asked for a complaint. */
export function createHandler(deps: DecideComplaintsDependencies) {
  return (event: unknown): Promise<DynamoDBBatchResponse> =>
    eachImage(
      event,
      async (image) => {
        for (const outcome of await decideComplaints(reportFromImage(image), deps)) {
          if (outcome.kind === 'moved') {
            const { kind: _, ...moved } = outcome;
            deps.log.info('complaint_moved', moved);
          }
        }
      },
      (error) => deps.log.error('complaint_not_decided', error),
    );
}
