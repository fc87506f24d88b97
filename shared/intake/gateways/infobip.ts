import { type InfobipSecret, validSecrets } from './gateway-secrets.ts';
import type { InboundSms } from './inbound-sms.ts';
import { readMessage, withPlus } from './message-fields.ts';
import { jsonOf, membersOf, scalar } from './request-content.ts';
import { sameSecret } from './same-secret.ts';
import { isAllowedAddress } from './source-address.ts';
import type { GatewayRequest, MalformedReason, Parsed, Verification, WebhookGateway } from './webhook.ts';
import { readTime } from './written-time.ts';

/**
 * Infobip's format MO_JSON_2: several messages in a request. It signs nothing, so a header that only Infobip and we know
 * stands for a signature, and the network addresses may be fixed, too.
 */
export function infobipGateway(allowedAddresses: readonly string[], secret: InfobipSecret): WebhookGateway {
  return {
    name: 'infobip',
    verify: (request) => verify(request, allowedAddresses, validSecrets(secret)),
    parse,
    repliesBy: 'api',
    answer: () => ({ status: 200, headers: {}, body: '' }),
    unreadable: 'acknowledge',
  };
}

function verify(request: GatewayRequest, addresses: readonly string[], secrets: readonly string[]): Verification {
  const given = request.headers['authorization'] ?? '';
  if (given === '') {
    return { kind: 'forged', reason: 'no_signature' };
  }
  if (!secrets.some((secret) => sameSecret(given, secret))) {
    return { kind: 'forged', reason: 'bad_signature' };
  }
  return isAllowedAddress(request.sourceAddress, addresses)
    ? { kind: 'verified', once: null }
    : { kind: 'forged', reason: 'address' };
}

function parse(request: GatewayRequest): Parsed {
  const results = membersOf(jsonOf(request.body))?.get('results');
  if (!Array.isArray(results)) {
    return { kind: 'malformed', reason: 'not_readable' };
  }
  const messages: InboundSms[] = [];
  const skipped: MalformedReason[] = [];
  for (const result of results) {
    const read = readResult(result);
    if (read.kind === 'message') {
      messages.push(read.message);
    } else {
      skipped.push(read.reason);
    }
  }
  return messages.length > 0
    ? { kind: 'messages', messages, skipped }
    : { kind: 'malformed', reason: skipped[0] ?? 'not_inbound' };
}

/** `text` as the person sent it; `cleanText` lacks its first word where that is a keyword. */
function readResult(result: unknown) {
  const fields = membersOf(result) ?? new Map<string, unknown>();
  return readMessage('infobip', {
    messageId: fields.get('messageId'),
    from: withPlus(fields.get('from')),
    to: withPlus(fields.get('to')),
    text: fields.get('text'),
    receivedAt: readTime(scalar(fields.get('receivedAt')), 'rfc3339'),
  });
}
