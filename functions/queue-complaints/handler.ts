import type { DynamoDBBatchResponse } from 'aws-lambda';
import { type SendDependencies, sendIfUnsent } from '#shared/complaint/send-pointer.ts';
import type { Log } from '#shared/runtime/log.ts';
import { complaintFromImage, eachImage } from '#shared/storage/complaint-stream.ts';

export type QueueComplaintsDependencies = SendDependencies & { readonly log: Log };

/** Complaints stream: what is to be told to a regulator goes onto its queue as a pointer. */
export function createHandler(deps: QueueComplaintsDependencies) {
  return (event: unknown): Promise<DynamoDBBatchResponse> =>
    eachImage(
      event,
      async (image) => {
        const complaint = complaintFromImage(image);
        if (complaint.kind === 'complaint' && (await sendIfUnsent(complaint, deps)) === 'sent') {
          const { id, version, regulator } = complaint;
          deps.log.info('complaint_pointer_sent', { id, version, regulator });
        }
      },
      (error) => deps.log.error('complaint_pointer_not_sent', error),
    );
}
