import { describe, expect, test } from 'vitest';
import { readQueuedSms } from '#shared/intake/gateways/aws.ts';
import { genericOptionsSchema } from '#shared/intake/gateways/gateway-options.ts';
import { genericGateway, genericSignature } from '#shared/intake/gateways/generic.ts';
import { infobipGateway } from '#shared/intake/gateways/infobip.ts';
import { receiveWebhook, refusalStatus } from '#shared/intake/gateways/receive-webhook.ts';
import { twilioGateway } from '#shared/intake/gateways/twilio.ts';
import { vonageGateway } from '#shared/intake/gateways/vonage.ts';
import { vonageMessagesGateway } from '#shared/intake/gateways/vonage-messages.ts';
import type { ForgeryReason, GatewayRequest, WebhookGateway } from '#shared/intake/gateways/webhook.ts';
import { gatewayRequest } from '#test/support/gateways/gateway-request.ts';
import { inboundTopic, snsNotification } from '#test/support/gateways/sns-notification.ts';
import { cyrillicForm, cyrillicToken, twilioWebhook, withFields } from '#test/support/gateways/twilio-webhook.ts';
import {
  messagesBody,
  messagesToken,
  messagesTokenFor,
  messagesWebhook,
  vonageFieldsWith,
  vonageSecret,
  vonageWebhook,
} from '#test/support/gateways/vonage-webhook.ts';

function expectForged(gateway: WebhookGateway, request: GatewayRequest, reason: ForgeryReason): void {
  const outcome = receiveWebhook(gateway, request);
  expect(outcome).toEqual({ kind: 'forged', reason });
  expect(outcome.kind === 'forged' && refusalStatus(gateway, outcome)).toBe(403);
}

describe('T3: Twilio', () => {
  const gateway = twilioGateway('https://reports.example.org', { current: cyrillicToken });
  const genuine = twilioWebhook();
  const signature = genuine.headers['x-twilio-signature'] ?? '';
  const form = (body: string) => ({ ...genuine, body: Buffer.from(body) });
  const body = Buffer.from(genuine.body).toString();

  test('the genuine request is taken', () => {
    expect(receiveWebhook(gateway, genuine).kind).toBe('messages');
  });

  test.each<[string, GatewayRequest, ForgeryReason]>([
    ['another key', twilioWebhook({ token: 'not the token' }), 'bad_signature'],
    ['an empty key', twilioWebhook({ token: '' }), 'bad_signature'],
    ['another path', { ...genuine, path: '/v1/sms/generic' }, 'bad_signature'],
    ['a query', { ...genuine, rawQuery: 'a=1' }, 'bad_signature'],
    ['another host', twilioWebhook({ publicUrl: 'https://evil.example' }), 'bad_signature'],
    ['no header', { ...genuine, headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 'no_signature'],
    ['an empty header', twilioWebhook({ headers: { 'x-twilio-signature': '' } }), 'no_signature'],
    [
      'the string hashed as Latin-1',
      twilioWebhook({ headers: { 'x-twilio-signature': 'emwUiBnI5XeYSpOp7JQUJRVaF4c=' } }),
      'bad_signature',
    ],
    [
      'a signature cut short',
      twilioWebhook({ headers: { 'x-twilio-signature': signature.slice(0, -1) } }),
      'bad_signature',
    ],
    ['one parameter more', form(`${body}&Extra=1`), 'bad_signature'],
    ['an empty parameter more', form(`${body}&Extra=`), 'bad_signature'],
    ['one parameter less', form(body.replace(/&ApiVersion=[^&]*/, '')), 'bad_signature'],
    ['a parameter twice, with another value', form(`${body}&From=%2B12025550143`), 'bad_signature'],
    ['a parameter twice, with the same value', form(`${body}&From=%2B14155550123`), 'repeated_field'],
    ['another text', twilioWebhook({ form: withFields({ Body: 'Hello' }), headers: genuine.headers }), 'bad_signature'],
    ['a hash of the body that was not signed', { ...genuine, rawQuery: 'bodySHA256=00' }, 'bad_signature'],
  ])('refused: %s', (_name, request, reason) => {
    expectForged(gateway, request, reason);
  });

  test.each(['host', 'x-forwarded-host', 'x-forwarded-proto', 'x-original-url', 'forwarded'])(
    'what %s says changes nothing',
    (header) => {
      const headers = { ...genuine.headers, [header]: 'evil.example' };
      expect(receiveWebhook(gateway, { ...genuine, headers }).kind).toBe('messages');
      const elsewhere = twilioWebhook({ publicUrl: 'https://evil.example' });
      expectForged(
        gateway,
        { ...elsewhere, headers: { ...elsewhere.headers, [header]: 'evil.example' } },
        'bad_signature',
      );
    },
  );

  test('a value cannot move into the next name', () => {
    const shifted = withFields({ ApiVersion: undefined, ApiVersio: 'n2010-04-01' });
    // The signature alone cannot tell; the fields that are read are all told apart by their names.
    const outcome = receiveWebhook(gateway, twilioWebhook({ form: shifted, headers: genuine.headers }));
    expect(outcome).toMatchObject({ kind: 'messages', messages: [{ from: '+14155550123', to: '7726' }] });
    expect(cyrillicForm).toHaveLength(shifted.length);
  });
});

describe('T3: Vonage SMS API', () => {
  const gateway = vonageGateway('hmac-sha256', vonageSecret);
  const genuine = vonageWebhook(vonageFieldsWith(), { form: 'query' });

  test.each<[string, GatewayRequest, ForgeryReason]>([
    ['another key', vonageWebhook(vonageFieldsWith(), { secret: 'not the secret' }), 'bad_signature'],
    ['another method', vonageWebhook(vonageFieldsWith(), { method: 'md5hash' }), 'bad_signature'],
    ['no signature', { ...genuine, rawQuery: genuine.rawQuery.replace(/&sig=.*/, '') }, 'no_signature'],
    ['one parameter more', { ...genuine, rawQuery: `${genuine.rawQuery}&extra=1` }, 'bad_signature'],
    ['a parameter twice', { ...genuine, rawQuery: `${genuine.rawQuery}&type=text` }, 'repeated_field'],
    ['a parameter in the query of a post', { ...vonageWebhook(), rawQuery: 'text=other' }, 'repeated_field'],
    [
      'two parameters as the name of one',
      {
        ...genuine,
        rawQuery: genuine.rawQuery
          .replace('keyword=HELLO%3D1%26X&', '')
          .replace('message-timestamp=', 'keyword%3DHELLO_1_X%26message-timestamp='),
      },
      'bad_signature',
    ],
    ['another text', { ...genuine, rawQuery: genuine.rawQuery.replace('Hello', 'Hallo') }, 'bad_signature'],
  ])('refused: %s', (_name, request, reason) => {
    expectForged(gateway, request, reason);
  });
});

describe('T3: Vonage Messages API', () => {
  const gateway = vonageMessagesGateway(vonageSecret);
  const [header = '', payload = '', signature = ''] = messagesToken.split('.');
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const other = messagesBody.replace('Hello', 'Other');

  test.each<[string, GatewayRequest, ForgeryReason]>([
    ['another key', messagesWebhook({ token: messagesTokenFor({ secret: 'not the secret' }) }), 'bad_signature'],
    ['no algorithm', messagesWebhook({ token: `${encode({ alg: 'none' })}.${payload}.` }), 'wrong_algorithm'],
    [
      'no algorithm, signed',
      messagesWebhook({ token: messagesTokenFor({ header: { alg: 'none' } }) }),
      'wrong_algorithm',
    ],
    [
      'another algorithm',
      messagesWebhook({ token: messagesTokenFor({ header: { alg: 'HS512' } }) }),
      'wrong_algorithm',
    ],
    [
      'an algorithm in other letters',
      messagesWebhook({ token: messagesTokenFor({ header: { alg: 'hs256' } }) }),
      'wrong_algorithm',
    ],
    [
      'an asymmetric algorithm',
      messagesWebhook({ token: messagesTokenFor({ header: { alg: 'RS256' } }) }),
      'wrong_algorithm',
    ],
    ['another account', messagesWebhook({ token: messagesTokenFor({ claims: { api_key: 'zzz' } }) }), 'unknown_key'],
    ['no account', messagesWebhook({ token: messagesTokenFor({ claims: { api_key: undefined } }) }), 'unknown_key'],
    ['another body', messagesWebhook({ body: other, token: messagesToken }), 'body_changed'],
    [
      'no hash of the body',
      messagesWebhook({ token: messagesTokenFor({ claims: { payload_hash: undefined } }) }),
      'body_changed',
    ],
    ['no token id', messagesWebhook({ token: messagesTokenFor({ claims: { jti: undefined } }) }), 'stale'],
    ['no signature', messagesWebhook({ token: `${header}.${payload}.` }), 'bad_signature'],
    ['a signature with a bit more', messagesWebhook({ token: `${header}.${payload}.${signature}A` }), 'bad_signature'],
    ['a signature with padding', messagesWebhook({ token: `${header}.${payload}.${signature}=` }), 'bad_signature'],
    ['two parts', messagesWebhook({ token: `${header}.${payload}` }), 'bad_signature'],
    ['four parts', messagesWebhook({ token: `${messagesToken}.${signature}` }), 'bad_signature'],
    ['no token at all', messagesWebhook({ token: '' }), 'bad_signature'],
  ])('refused: %s', (_name, request, reason) => {
    expectForged(gateway, request, reason);
  });
});

describe('T3: Infobip, which does not sign', () => {
  const secret = { current: 'App invented-by-the-operator', previous: 'App the-one-before-it', apiKey: 'k' };
  const gateway = infobipGateway(['192.0.2.0/24'], secret);
  const request = (headers: Readonly<Record<string, string>>, sourceAddress = '192.0.2.1') =>
    gatewayRequest({ headers, sourceAddress, body: '{"results":[]}' });

  test.each<[string, GatewayRequest, ForgeryReason]>([
    ['no header', request({}), 'no_signature'],
    ['another value', request({ authorization: 'App of somebody else who tries' }), 'bad_signature'],
    ['the beginning of the value', request({ authorization: 'App invented-by-the-operato' }), 'bad_signature'],
    ['both values', request({ authorization: `${secret.current}, ${secret.previous}` }), 'bad_signature'],
    ['our own API key', request({ authorization: 'App k' }), 'bad_signature'],
    ['another address', request({ authorization: secret.current }, '198.51.100.1'), 'address'],
  ])('refused: %s', (_name, forged, reason) => {
    expectForged(gateway, forged, reason);
  });
});

describe('T3: any other gateway', () => {
  const options = genericOptionsSchema.parse({
    fields: { messageId: '/id', from: '/from', to: '/to', text: '/text' },
    signature: { header: 'x-signature', algorithm: 'hmac-sha256', prefix: 'sha256=' },
  });
  const secret = 'chosen by the operator';
  const gateway = genericGateway(options, { current: secret });
  const body = '{"id":"1","from":"+12025550143","to":"7726","text":"Hi"}';
  const signature = genericSignature(options.signature, secret, Buffer.from(body));
  const request = (header: string | null, sent = body) =>
    gatewayRequest({ headers: header === null ? {} : { 'x-signature': header }, body: sent });

  test.each<[string, GatewayRequest, ForgeryReason]>([
    ['no header', request(null), 'no_signature'],
    ['another key', request(genericSignature(options.signature, 'another', Buffer.from(body))), 'bad_signature'],
    ['another body', request(signature, body.replace('Hi', 'Ho')), 'bad_signature'],
    ['a space more', request(signature, `${body} `), 'bad_signature'],
    ['no prefix', request(signature.slice('sha256='.length)), 'bad_signature'],
    ['the secret itself', request(`sha256=${secret}`), 'bad_signature'],
  ])('refused: %s', (_name, forged, reason) => {
    expectForged(gateway, forged, reason);
  });

  test('the genuine request is taken', () => {
    expect(receiveWebhook(gateway, request(signature)).kind).toBe('messages');
  });
});

test('T3: a notification of another SNS topic is refused', () => {
  const other = { ...snsNotification({}), TopicArn: 'arn:aws:sns:us-east-1:111122223333:other' };
  expect(readQueuedSms(JSON.stringify(other), inboundTopic)).toEqual({ kind: 'forged', reason: 'topic' });
});
