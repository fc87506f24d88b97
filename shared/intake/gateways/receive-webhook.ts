import type { InboundSms } from './inbound-sms.ts';
import type { Forged, GatewayRequest, Malformed, MalformedReason, WebhookGateway } from './webhook.ts';

export type WebhookOutcome =
  | {
      readonly kind: 'messages';
      /** At least one. */
      readonly messages: readonly InboundSms[];
      readonly skipped: readonly MalformedReason[];
      /** The token that may come once; it binds the whole body, so a message id that is taken once keeps that too. */
      readonly once: string | null;
    }
  | Forged
  | { readonly kind: 'unsigned' }
  /** `authentic`: the gateway did send it. */
  | (Malformed & { readonly authentic: boolean });

export type WebhookRefusal = Exclude<WebhookOutcome, { readonly kind: 'messages' }>;

/** Room for 10,000 characters of any script, each of them as nine characters of a form. */
const mostBytes = 256 * 1024;

/** Reads a webhook's messages, if it is the gateway that calls. Never throws. */
export function receiveWebhook(gateway: WebhookGateway, request: GatewayRequest): WebhookOutcome {
  if (request.body.length > mostBytes || request.rawQuery.length > mostBytes) {
    return { kind: 'malformed', reason: 'too_large', authentic: false };
  }
  const verified = gateway.verify(request);
  if (verified.kind !== 'verified') {
    return verified.kind === 'malformed' ? { ...verified, authentic: false } : verified;
  }
  const parsed = gateway.parse(request);
  return parsed.kind === 'malformed' ? { ...parsed, authentic: true } : { ...parsed, once: verified.once };
}

/** The HTTP status of a refusal; 200 stands for `gateway.answer(null)`. */
export function refusalStatus(gateway: WebhookGateway, refusal: WebhookRefusal): 200 | 400 | 403 | 413 | 503 {
  switch (refusal.kind) {
    case 'forged':
      return 403;
    case 'unsigned':
      return 503;
    case 'malformed':
      if (refusal.authentic && gateway.unreadable === 'acknowledge') {
        return 200;
      }
      return refusal.reason === 'too_large' ? 413 : 400;
  }
}
