import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readQueuedSms } from '#shared/intake/gateways/aws.ts';
import { genericOptionsSchema } from '#shared/intake/gateways/gateway-options.ts';
import { genericGateway, genericSignature } from '#shared/intake/gateways/generic.ts';
import { infobipGateway } from '#shared/intake/gateways/infobip.ts';
import { receiveWebhook, refusalStatus } from '#shared/intake/gateways/receive-webhook.ts';
import { twilioGateway } from '#shared/intake/gateways/twilio.ts';
import { readUserDataHeader } from '#shared/intake/gateways/user-data-header.ts';
import { vonageGateway } from '#shared/intake/gateways/vonage.ts';
import { vonageMessagesGateway } from '#shared/intake/gateways/vonage-messages.ts';
import type { GatewayRequest, WebhookGateway } from '#shared/intake/gateways/webhook.ts';
import { gatewayRequest } from '#test/support/gateways/gateway-request.ts';
import { inboundTopic, snsNotification } from '#test/support/gateways/sns-notification.ts';
import { cyrillicForm, cyrillicToken, twilioWebhook } from '#test/support/gateways/twilio-webhook.ts';
import {
  messagesBody,
  messagesTokenFor,
  messagesWebhook,
  vonageFieldsWith,
  vonageSecret,
  vonageWebhook,
} from '#test/support/gateways/vonage-webhook.ts';

const header = 'App invented-by-the-operator';
const options = genericOptionsSchema.parse({
  fields: {
    messageId: '/id',
    from: '/from',
    to: '/to',
    text: '/text',
    partNumber: '/n',
    partTotal: '/of',
    partReference: '/r',
    userDataHeader: '/udh',
    data: '/data',
    dataCoding: '/dcs',
    receivedAt: '/at',
    media: '/media',
  },
  signature: { header: 'x-signature', algorithm: 'hmac-sha256' },
});
const gateways: readonly WebhookGateway[] = [
  twilioGateway('https://reports.example.org', { current: cyrillicToken }),
  vonageGateway('hmac-sha256', vonageSecret),
  vonageMessagesGateway(vonageSecret),
  infobipGateway(['192.0.2.0/24'], { current: header, apiKey: 'k' }),
  genericGateway(options, { current: header }),
];

/** Values as JSON has them, often under names that mean something, often nearly right. */
const names = [
  'id',
  'from',
  'to',
  'text',
  'results',
  'messageId',
  'channel',
  'message_type',
  'sms',
  'n',
  'of',
  'r',
  'udh',
  'data',
  'dcs',
  'at',
  'media',
  'type',
  'concat',
  'concat-ref',
  'concat-total',
  'concat-part',
  'msisdn',
  '__proto__',
];
const word = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('sms', 'text', 'binary', 'true', '0', '1', '255', '05000307', '+12025550143'),
);
const member = fc.oneof(word, fc.double(), fc.boolean(), fc.constant(null), fc.array(word, { maxLength: 2 }));
const fields = fc.dictionary(fc.oneof(fc.constantFrom(...names), word), member, { maxKeys: 12 });
const value = fc.oneof(fields, fc.jsonValue(), fc.record({ results: fc.array(fields, { maxLength: 3 }) }));
const written = value.map((each) => JSON.stringify(each));

function settles(gateway: WebhookGateway, request: GatewayRequest) {
  const outcome = receiveWebhook(gateway, request);
  if (outcome.kind === 'messages') {
    expect(outcome.messages.length).toBeGreaterThan(0);
    for (const { messageId, from, to, text } of outcome.messages) {
      expect(messageId).toMatch(/^[\x21-\x7e]{1,200}$/);
      expect([from.length > 0, to.length > 0, text.isWellFormed()]).toEqual([true, true, true]);
    }
  } else {
    expect([200, 400, 403, 413, 503]).toContain(refusalStatus(gateway, outcome));
  }
  return outcome;
}

test('whatever comes unsigned is refused', () => {
  const request = fc.record({
    method: fc.constantFrom('GET', 'POST', 'PUT'),
    rawQuery: fc.oneof(fc.string(), fc.constant('bodySHA256=0&sig=1'), fc.webQueryParameters()),
    headers: fc.dictionary(
      fc.constantFrom('content-type', 'x-twilio-signature', 'authorization', 'x-signature'),
      fc.oneof(fc.string(), fc.constantFrom('application/json', 'application/x-www-form-urlencoded', 'Bearer a.b.c')),
    ),
    body: fc.oneof(fc.uint8Array(), fc.string(), written),
  });
  fc.assert(
    fc.property(fc.constantFrom(...gateways), request, (gateway, parts) => {
      expect(settles(gateway, gatewayRequest(parts)).kind).not.toBe('messages');
    }),
    { numRuns: 500 },
  );
});

test('whatever a gateway itself sends is read or refused', () => {
  fc.assert(
    fc.property(written, fields, (body, others) => {
      const [twilio, vonage, messages, infobip, generic] = gateways;
      if (!twilio || !vonage || !messages || !infobip || !generic) {
        throw new Error('five gateways are under test');
      }
      const flat = Object.entries(others).map(([name, each]): [string, string] => [name, String(each)]);
      settles(twilio, twilioWebhook({ form: [...cyrillicForm.slice(5), ...flat] }));
      settles(vonage, vonageWebhook(vonageFieldsWith(Object.fromEntries(flat))));
      const merged = JSON.stringify({ ...JSON.parse(messagesBody), ...others });
      settles(messages, messagesWebhook({ body: merged, token: messagesTokenFor({ body: merged }) }));
      settles(infobip, gatewayRequest({ headers: { authorization: header }, body }));
      const signature = genericSignature(options.signature, header, Buffer.from(body));
      settles(generic, gatewayRequest({ headers: { 'x-signature': signature }, body }));
    }),
    { numRuns: 500 },
  );
});

test('whatever lies on the queue is read or refused', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), written), fields, (body, payload) => {
      expect(['message', 'malformed', 'forged']).toContain(readQueuedSms(body, inboundTopic).kind);
      expect(readQueuedSms(JSON.stringify(snsNotification(payload)), inboundTopic).kind).toBe('malformed');
    }),
    { numRuns: 300 },
  );
});

test('no user data header is too odd, and no part comes out that cannot be', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 30 }), (bytes) => {
      const read = readUserDataHeader(bytes);
      if (read.kind === 'part') {
        expect(read.part.number).toBeGreaterThanOrEqual(1);
        expect(read.part.number).toBeLessThanOrEqual(read.part.total);
      }
    }),
    { numRuns: 1000 },
  );
});

test('a deep or huge body is refused without being read', () => {
  for (const gateway of gateways) {
    for (const body of ['['.repeat(200_000), '{"a":'.repeat(50_000)]) {
      expect(settles(gateway, gatewayRequest({ headers: { authorization: header }, body })).kind).not.toBe('messages');
    }
    const huge = settles(gateway, gatewayRequest({ body: 'x'.repeat(256 * 1024 + 1) }));
    expect(huge).toEqual({ kind: 'malformed', reason: 'too_large', authentic: false });
    expect(huge.kind === 'malformed' && refusalStatus(gateway, huge)).toBe(413);
  }
});
