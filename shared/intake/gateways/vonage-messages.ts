import { type VonageSecret, validSecrets } from './gateway-secrets.ts';
import { readMessage, withPlus } from './message-fields.ts';
import { jsonOf, membersOf, scalar } from './request-content.ts';
import { checkVonageToken } from './vonage-token.ts';
import type { GatewayRequest, Parsed, Verification, WebhookGateway } from './webhook.ts';
import { readTime } from './written-time.ts';

/** Vonage's Messages API: JSON, with a token in the `Authorization` header. Long texts come whole. */
export function vonageMessagesGateway(secret: VonageSecret): WebhookGateway {
  return {
    name: 'vonage-messages',
    verify: (request) => verify(request, secret),
    parse,
    repliesBy: 'api',
    answer: () => ({ status: 200, headers: {}, body: '' }),
    unreadable: 'acknowledge',
  };
}

function verify(request: GatewayRequest, secret: VonageSecret): Verification {
  const authorization = request.headers['authorization'] ?? '';
  if (authorization === '') {
    return { kind: 'unsigned' };
  }
  const checked = checkVonageToken({
    token: authorization.replace(/^Bearer +/i, ''),
    body: request.body,
    secretsOf: (apiKey) => (apiKey === secret.apiKey ? validSecrets(secret) : []),
    now: request.now,
  });
  return checked.kind === 'good' ? { kind: 'verified', once: checked.jti } : { kind: 'forged', reason: checked.reason };
}

function parse(request: GatewayRequest): Parsed {
  const fields = membersOf(jsonOf(request.body));
  if (fields === undefined) {
    return { kind: 'malformed', reason: 'not_readable' };
  }
  const type = fields.get('message_type');
  // Statuses of our own messages have no type.
  if ((fields.get('channel') !== 'sms' && fields.get('channel') !== 'mms') || typeof type !== 'string') {
    return { kind: 'malformed', reason: 'not_inbound' };
  }
  const read = readMessage('vonage-messages', {
    messageId: fields.get('message_uuid'),
    from: withPlus(fields.get('from')),
    to: withPlus(fields.get('to')),
    text: type === 'text' ? fields.get('text') : membersOf(fields.get(type))?.get('caption'),
    receivedAt: readTime(scalar(fields.get('timestamp')), 'rfc3339'),
    media: type === 'text' ? 0 : 1,
  });
  return read.kind === 'message' ? { kind: 'messages', messages: [read.message], skipped: [] } : read;
}
