import type { SmsSender } from '#shared/intake/gateways/outgoing-sms.ts';
import type { WebhookName } from '#shared/intake/gateways/webhook.ts';
import { type FlushOutcome, flushParts } from '#shared/intake/parts/flush-parts.ts';
import { sendReply } from '#shared/intake/send-reply.ts';
import { type TakeMessageDependencies, takeMessage } from '#shared/intake/take-message.ts';

export interface FlushSmsPartsDependencies extends TakeMessageDependencies {
  /** Null for a gateway that takes replies with its webhook's answer only. */
  sender(name: WebhookName): Promise<SmsSender | null>;
}

/** A run is to end well before the next one begins. */
const mostPerRun = 200;

/** Schedule: texts whose parts did not all come become messages as they are; what a dead process left is finished. */
export function createHandler(deps: FlushSmsPartsDependencies) {
  return async (): Promise<FlushOutcome> => {
    const outcome = await flushParts(
      {
        ...deps,
        receive: async (message) => {
          const { reply } = await takeMessage(message, deps);
          // AWS joins long texts itself: no part ever comes from there.
          const sender = reply === null || reply.gateway === 'aws' ? null : await deps.sender(reply.gateway);
          if (reply !== null && sender !== null) {
            await sendReply(reply, sender, deps.log);
          }
        },
        onFailure: (error) => deps.log.error('sms_not_taken', error),
      },
      mostPerRun,
    );
    deps.log.info('sms_parts_flushed', { ...outcome });
    return outcome;
  };
}
