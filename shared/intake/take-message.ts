import type { Log } from '#shared/runtime/log.ts';
import type { InboundSms } from './gateways/inbound-sms.ts';
import type { OutgoingSms } from './gateways/outgoing-sms.ts';
import { finishParts, joinPart, type PartDependencies } from './parts/join-part.ts';
import { type ReceiveSmsDependencies, receiveSms } from './receive-sms.ts';

export interface TakeMessageDependencies extends PartDependencies, ReceiveSmsDependencies {
  readonly log: Log;
}

/**
 * A message from its gateway to what is replied: parts of a long text wait for each other first. Logs what it did, by
 * name. The same message again changes nothing and is answered with silence.
 */
export async function takeMessage(
  message: InboundSms,
  deps: TakeMessageDependencies,
): Promise<{ readonly reply: OutgoingSms | null }> {
  const { gateway } = message;
  const arrived = await joinPart(message, deps);
  switch (arrived.kind) {
    case 'whole':
      return receive(arrived.message, deps);
    case 'joined': {
      const { reply } = await receive(arrived.message, deps);
      // Left undone, the flush finishes it and hears nothing new: a person's reply is not held up by that.
      await finishParts(arrived.set, deps).catch((error: unknown) =>
        deps.log.error('sms_parts_not_finished', error, { gateway }),
      );
      return { reply };
    }
    case 'waiting':
      deps.log.info('sms_part_kept', { gateway, missing: arrived.missing });
      return { reply: null };
    case 'duplicate':
    case 'contradiction':
      deps.log.info('sms_part_dropped', { gateway, reason: arrived.kind });
      return { reply: null };
    case 'refused':
      deps.log.info('sms_part_dropped', { gateway, reason: arrived.why });
      return { reply: null };
  }
}

async function receive(
  message: InboundSms,
  deps: TakeMessageDependencies,
): Promise<{ readonly reply: OutgoingSms | null }> {
  const { reply, did, silence, cut } = await receiveSms(message, deps);
  deps.log.info('sms_taken', { gateway: message.gateway, did, silence, cut, partial: message.partial });
  return { reply };
}
