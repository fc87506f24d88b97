import type { InboundSms } from './inbound-sms.ts';
import { readMessage } from './message-fields.ts';
import { jsonOf, membersOf, scalar } from './request-content.ts';
import type { Forged, Malformed } from './webhook.ts';
import { readTime } from './written-time.ts';

export type QueuedSms = { readonly kind: 'message'; readonly message: InboundSms } | Forged | Malformed;

/**
 * A message of AWS End User Messaging from our queue: the SNS notification that carries it, or the message itself where
 * raw delivery is on. Only our topic may write to the queue, so no signature is read; a notification of another topic is
 * refused all the same. However long it waited on the queue, it counts.
 */
export function readQueuedSms(body: string, topicArn: string): QueuedSms {
  const envelope = membersOf(jsonOf(Buffer.from(body, 'utf8')));
  if (envelope === undefined) {
    return { kind: 'malformed', reason: 'not_readable' };
  }
  if (envelope.has('inboundMessageId')) {
    return readPayload(envelope, null);
  }
  if (envelope.get('Type') !== 'Notification') {
    return { kind: 'malformed', reason: 'not_inbound' };
  }
  if (envelope.get('TopicArn') !== topicArn) {
    return { kind: 'forged', reason: 'topic' };
  }
  const payload = membersOf(jsonOf(Buffer.from(scalar(envelope.get('Message')) ?? '', 'utf8')));
  return payload === undefined
    ? { kind: 'malformed', reason: 'not_readable' }
    : readPayload(payload, readTime(scalar(envelope.get('Timestamp')), 'rfc3339'));
}

/** `messageKeyword` says which keyword AWS matched, if only at the beginning: never what the person meant. */
function readPayload(payload: ReadonlyMap<string, unknown>, receivedAt: string | null): QueuedSms {
  return readMessage('aws', {
    messageId: payload.get('inboundMessageId'),
    from: payload.get('originationNumber'),
    to: payload.get('destinationNumber'),
    text: payload.get('messageBody'),
    receivedAt,
  });
}
