import type { GatewayName, InboundSms } from './inbound-sms.ts';

/** A request to one of our webhooks, free of what carried it. */
export interface GatewayRequest {
  readonly method: string;
  /** As asked for, `/v1/sms/twilio`. */
  readonly path: string;
  /** What follows the question mark, as it was sent: signatures cover the exact characters. Empty without a query. */
  readonly rawQuery: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The bytes as sent, base64 of the transport undone. */
  readonly body: Uint8Array;
  readonly sourceAddress: string;
  readonly now: Date;
}

/** Why a request is not the gateway's. */
export type ForgeryReason =
  | 'no_signature'
  | 'bad_signature'
  | 'wrong_algorithm'
  | 'unknown_key'
  | 'body_changed'
  /** Signed long ago, or for a time to come: a recorded request. */
  | 'stale'
  /** A field twice: the signature does not tell which one counts. */
  | 'repeated_field'
  /** Not from one of the gateway's network addresses. */
  | 'address'
  /** Not from our SNS topic. */
  | 'topic';

/** Why a request holds no message that can be read. */
export type MalformedReason =
  | 'too_large'
  | 'not_readable'
  | 'no_message_id'
  | 'no_from'
  | 'no_to'
  /** Part 0, of 0, or past the last. */
  | 'part'
  /** A delivery receipt, another channel: not a message to us. */
  | 'not_inbound';

export interface Forged {
  readonly kind: 'forged';
  readonly reason: ForgeryReason;
}

export interface Malformed {
  readonly kind: 'malformed';
  readonly reason: MalformedReason;
}

export type Verification =
  /** `once`: names this very request, where the gateway does; null elsewhere. */
  | { readonly kind: 'verified'; readonly once: string | null }
  | Forged
  /** The gateway signs on demand: refused with a 5xx, it sends the same again, signed. */
  | { readonly kind: 'unsigned' }
  | Malformed;

export type Parsed =
  /** `skipped`: messages of the same request that cannot be read. */
  | {
      readonly kind: 'messages';
      readonly messages: readonly InboundSms[];
      readonly skipped: readonly MalformedReason[];
    }
  | Malformed;

/** A webhook's answer, whole: a gateway reads nothing else. */
export interface GatewayAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export type WebhookName = Exclude<GatewayName, 'aws'>;

/** One gateway's dialect. `parse` is for requests that `verify` accepted. Neither ever throws. */
export interface WebhookGateway {
  readonly name: WebhookName;
  verify(request: GatewayRequest): Verification;
  parse(request: GatewayRequest): Parsed;
  /** Whether our reply goes in the answer to the webhook or through the gateway's API (then `answer` takes null). */
  readonly repliesBy: 'answer' | 'api';
  answer(reply: string | null): GatewayAnswer;
  /** A gateway's own request that cannot be read: refused where that shows in its console, else acknowledged, as it would come again for a day. */
  readonly unreadable: 'refuse' | 'acknowledge';
}
