import type { Log } from '#shared/runtime/log.ts';
import { type OutgoingSms, SmsNotSent, type SmsSender } from './gateways/outgoing-sms.ts';

/**
 * Sends a reply once. One that the gateway does not take is lost: what the person reported stands, and a second try
 * could arrive as a second message. Any other fault is thrown.
 */
export async function sendReply(reply: OutgoingSms, sender: SmsSender, log: Log): Promise<void> {
  try {
    await sender.send(reply);
  } catch (error) {
    if (!(error instanceof SmsNotSent)) {
      throw error;
    }
    log.warn('sms_reply_not_sent', { gateway: reply.gateway, code: error.code, ambiguous: error.ambiguous });
  }
}
