import type { SQSBatchResponse } from 'aws-lambda';
import * as z from 'zod/mini';
import { readQueuedSms } from '#shared/intake/gateways/aws.ts';
import type { SmsSender } from '#shared/intake/gateways/outgoing-sms.ts';
import { sendReply } from '#shared/intake/send-reply.ts';
import { type TakeMessageDependencies, takeMessage } from '#shared/intake/take-message.ts';

export interface TakeQueuedSmsDependencies extends TakeMessageDependencies {
  readonly sender: SmsSender;
  /** Where AWS End User Messaging publishes. */
  readonly topicArn: string;
}

const eventSchema = z.object({ Records: z.array(z.object({ messageId: z.string(), body: z.string() })) });

/**
 * Queue of inbound text messages. One that cannot be read leaves the queue, counted: it would be no other the next time.
 * One that met a fault stays and comes again until the fault is mended (docs/adr/0013); `sms_not_taken` raises an alarm.
 */
export function createHandler(deps: TakeQueuedSmsDependencies) {
  const take = async (body: string): Promise<void> => {
    const read = readQueuedSms(body, deps.topicArn);
    if (read.kind !== 'message') {
      deps.log.warn('sms_refused', { gateway: 'aws', kind: read.kind, reason: read.reason });
      return;
    }
    const { reply } = await takeMessage(read.message, deps);
    if (reply !== null) {
      await sendReply(reply, deps.sender, deps.log);
    }
  };
  return async (event: unknown): Promise<SQSBatchResponse> => {
    const batchItemFailures: { itemIdentifier: string }[] = [];
    for (const { messageId, body } of eventSchema.parse(event).Records) {
      try {
        await take(body);
      } catch (error) {
        deps.log.error('sms_not_taken', error, { gateway: 'aws', queueMessageId: messageId });
        batchItemFailures.push({ itemIdentifier: messageId });
      }
    }
    return { batchItemFailures };
  };
}
