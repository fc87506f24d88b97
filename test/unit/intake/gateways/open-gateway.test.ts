import { expect, test } from 'vitest';
import { gatewayOptionsSchema } from '#shared/intake/gateways/gateway-options.ts';
import { type GatewaySettings, openGateway, openSender } from '#shared/intake/gateways/open-gateway.ts';
import { receiveWebhook } from '#shared/intake/gateways/receive-webhook.ts';
import type { WebhookName } from '#shared/intake/gateways/webhook.ts';
import { inboundTopic } from '#test/support/gateways/sns-notification.ts';
import { cyrillicToken, twilioWebhook } from '#test/support/gateways/twilio-webhook.ts';

const settings: GatewaySettings = {
  publicUrl: 'https://reports.example.org',
  ...gatewayOptionsSchema.parse({
    twilio: {},
    vonage: {},
    vonageMessages: {},
    infobip: { baseUrl: 'https://x1.example' },
    generic: {
      fields: { messageId: '/id', from: '/from', to: '/to', text: '/text' },
      signature: { header: 'x-signature', algorithm: 'hmac-sha256' },
    },
    aws: { topicArn: inboundTopic },
  }),
};
const off: GatewaySettings = { publicUrl: null, ...gatewayOptionsSchema.parse({}) };

const account = { current: 'a secret', apiKey: 'key', apiSecret: 'secret' };
const chosen = 'sixteen or more characters';
const secrets: Readonly<Record<WebhookName, object>> = {
  twilio: { current: cyrillicToken },
  vonage: account,
  'vonage-messages': { ...account, previous: 'another' },
  infobip: { current: chosen, apiKey: 'key' },
  generic: { current: chosen, previous: chosen },
};
const names: readonly WebhookName[] = ['twilio', 'vonage', 'vonage-messages', 'infobip', 'generic'];

test.each(names)('%s opens with its secret, where it is switched on', (name) => {
  const secret = JSON.stringify(secrets[name]);
  expect(openGateway(name, settings, secret).name).toBe(name);
  expect(() => openGateway(name, off, secret)).toThrow(/is not set/);
});

test('what opens reads what the gateway sends', () => {
  const gateway = openGateway('twilio', settings, JSON.stringify(secrets.twilio));
  expect(receiveWebhook(gateway, twilioWebhook()).kind).toBe('messages');
});

test.each(['vonage', 'vonage-messages', 'infobip'] as const)('%s has a sender', (name) => {
  expect(openSender(name, settings, JSON.stringify(secrets[name]), fetch)).toHaveProperty('send');
  expect(() => openSender(name, off, JSON.stringify(secrets[name]), fetch)).toThrow(/is not set/);
});

test.each([
  ['twilio', 'a bare-token'],
  ['twilio', '{}'],
  ['twilio', '{"current":""}'],
  ['twilio', '{"current":"a-token","previous":""}'],
  ['twilio', '{"current":"a-token","Previous":"a-misspelling"}'],
  ['vonage', '{"current":"a-token"}'],
  ['infobip', '{"current":"a-token","apiKey":"k"}'],
  ['generic', '{"current":"a-token"}'],
] as const)('a secret of %s that is %s is a fault, which does not quote it', (name, secret) => {
  expect(() => openGateway(name, settings, secret)).toThrow(/^(?!.*a-).*docs\/gateways\.md/);
});

test.each([
  { vonage: { signature: 'sha256' } },
  { vonage: { baseUrl: 'rest.nexmo.com' } },
  { infobip: {} },
  { infobip: { baseUrl: 'https://x1.example/' } },
  { twilio: { token: 'must not stand here' } },
  { aws: { topicArn: 'arn:aws:sqs:us-east-1:111122223333:inbound-sms' } },
])('the settings %o are refused', (options) => {
  expect(gatewayOptionsSchema.safeParse(options).success).toBe(false);
});
