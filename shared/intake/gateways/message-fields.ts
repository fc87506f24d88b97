import type { GatewayName, InboundSms, MessagePart } from './inbound-sms.ts';
import { scalar } from './request-content.ts';
import type { Malformed } from './webhook.ts';

/** A message as a gateway's fields tell it, nothing checked. */
interface MessageFields {
  readonly messageId: unknown;
  readonly from: unknown;
  readonly to: unknown;
  /** Absent, null or empty: a message without text. */
  readonly text: unknown;
  readonly receivedAt?: string | null;
  readonly media?: number;
  readonly part?: MessagePart | null;
}

export type ReadMessage = { readonly kind: 'message'; readonly message: InboundSms } | Malformed;

/** What every gateway's message needs: an id that is fit for a key, somebody who wrote it, and a number it was written to. */
export function readMessage(gateway: GatewayName, fields: MessageFields): ReadMessage {
  const messageId = scalar(fields.messageId) ?? '';
  if (!/^[\x21-\x7e]{1,200}$/.test(messageId)) {
    return { kind: 'malformed', reason: 'no_message_id' };
  }
  const from = addressOf(fields.from);
  if (from === undefined) {
    return { kind: 'malformed', reason: 'no_from' };
  }
  const to = addressOf(fields.to);
  if (to === undefined) {
    return { kind: 'malformed', reason: 'no_to' };
  }
  const text = scalar(fields.text ?? '');
  if (text === undefined) {
    return { kind: 'malformed', reason: 'not_readable' };
  }
  return {
    kind: 'message',
    message: {
      gateway,
      messageId,
      from,
      to,
      text: text.toWellFormed(),
      receivedAt: fields.receivedAt ?? null,
      media: fields.media ?? 0,
      part: fields.part ?? null,
      partial: false,
    },
  };
}

function addressOf(value: unknown): string | undefined {
  const text = scalar(value)?.toWellFormed().trim() ?? '';
  return text.length >= 1 && text.length <= 100 ? text : undefined;
}

/** E.164 from the digits alone, as some gateways write it. Shorter ones are short codes and stay. */
export function withPlus(value: unknown): unknown {
  const text = scalar(value);
  return text !== undefined && /^[1-9]\d{7,14}$/.test(text) ? `+${text}` : value;
}

/** A count as gateways write it, at most 999. Anything else counts as none. */
export function countOf(value: unknown): number {
  const text = scalar(value) ?? '';
  return /^\d{1,3}$/.test(text) ? Number(text) : 0;
}
