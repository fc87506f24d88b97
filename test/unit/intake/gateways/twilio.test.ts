import { createHash } from 'node:crypto';
import twilio from 'twilio';
import { describe, expect, test } from 'vitest';
import { receiveWebhook, refusalStatus } from '#shared/intake/gateways/receive-webhook.ts';
import type { Parameter } from '#shared/intake/gateways/request-content.ts';
import { twilioGateway } from '#shared/intake/gateways/twilio.ts';
import { twilioSignature } from '#shared/intake/gateways/twilio-signature.ts';
import { gatewayRequest } from '#test/support/gateways/gateway-request.ts';
import { cyrillicForm, cyrillicToken, twilioWebhook, withFields } from '#test/support/gateways/twilio-webhook.ts';

const publicUrl = 'https://reports.example.org';
const gateway = twilioGateway(publicUrl, { current: cyrillicToken });
const received = (form: readonly Parameter[]) => receiveWebhook(gateway, twilioWebhook({ form }));

describe('a message', () => {
  test('is read whole', () => {
    expect(receiveWebhook(gateway, twilioWebhook())).toEqual({
      kind: 'messages',
      messages: [
        {
          gateway: 'twilio',
          messageId: `SM${'0'.repeat(32)}`,
          from: '+14155550123',
          to: '7726',
          text: 'Ваш счёт заблокирован http://x.example +15005550006',
          receivedAt: null,
          media: 0,
          part: null,
          partial: false,
        },
      ],
      skipped: [],
      once: null,
    });
  });

  test.each([
    [
      'a picture without text',
      { Body: undefined, NumMedia: '1', MediaUrl0: 'https://x.example/1' },
      { text: '', media: 1 },
    ],
    ['an empty text', { Body: '' }, { text: '', media: 0 }],
    ['only emoji', { Body: '👍🏽' }, { text: '👍🏽' }],
    ['fields that are new', { NewField: 'of next year' }, { from: '+14155550123' }],
    ['ten thousand characters', { Body: 'я'.repeat(10_000) }, { text: 'я'.repeat(10_000) }],
    ['a count of media that is no number', { NumMedia: 'many' }, { media: 0 }],
  ])('may be %s', (_name, changes, wanted) => {
    expect(received(withFields(changes))).toMatchObject({ kind: 'messages', messages: [wanted] });
  });

  test.each([
    ['an id', { MessageSid: undefined, SmsSid: undefined, SmsMessageSid: undefined }, 'no_message_id'],
    ['an id fit for a key', { MessageSid: 'SM 1' }, 'no_message_id'],
    ['a writer', { From: undefined }, 'no_from'],
    ['a number of ours', { To: ' ' }, 'no_to'],
  ] as const)('needs %s', (_name, changes, reason) => {
    const outcome = received(withFields(changes));
    expect(outcome).toEqual({ kind: 'malformed', reason, authentic: true });
    expect(outcome.kind === 'malformed' && refusalStatus(gateway, outcome)).toBe(400);
  });

  test('is not what tells how far one of ours came', () => {
    expect(received(withFields({ SmsStatus: 'delivered' }))).toMatchObject({ reason: 'not_inbound' });
  });

  test('may come as JSON, whose hash the signed URL carries', () => {
    const body = JSON.stringify({ MessageSid: 'SM1', From: '+14155550123', To: '7726', Body: 'Hello' });
    const rawQuery = `bodySHA256=${createHash('sha256').update(body).digest('hex')}`;
    const signature = twilioSignature(cyrillicToken, `${publicUrl}/v1/sms/twilio?${rawQuery}`, []);
    const headers = { 'content-type': 'application/json', 'x-twilio-signature': signature };
    expect(receiveWebhook(gateway, gatewayRequest({ rawQuery, headers, body }))).toMatchObject({
      messages: [{ messageId: 'SM1', text: 'Hello' }],
    });
    expect(receiveWebhook(gateway, gatewayRequest({ rawQuery, headers, body: `${body} ` }))).toEqual({
      kind: 'forged',
      reason: 'body_changed',
    });
  });
});

describe("the vendor's own package", () => {
  const form = withFields({ Body: 'Löse „Ihr Paket“ ein: http://x.example & <b> 👍' });
  const url = `${publicUrl}/v1/sms/twilio`;
  const vendorSignature = twilio.getExpectedTwilioSignature(cyrillicToken, url, Object.fromEntries(form));

  test('signs what we accept', () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': vendorSignature };
    expect(receiveWebhook(gateway, twilioWebhook({ form, headers })).kind).toBe('messages');
  });

  test('accepts what we sign', () => {
    const signature = twilioSignature(cyrillicToken, url, form);
    expect(twilio.validateRequest(cyrillicToken, signature, url, Object.fromEntries(form))).toBe(true);
    expect(twilio.validateRequest(cyrillicToken, signature, `${url}/`, Object.fromEntries(form))).toBe(false);
  });

  test('reads our reply as its own markup', () => {
    const words = 'Ref K7Q2: "AT&T" <stop> it\'s done';
    const theirs = new twilio.twiml.MessagingResponse();
    theirs.message(words);
    const text = (markup: string) => markup.replaceAll('&quot;', '"').replaceAll('&apos;', "'");
    expect(text(theirs.toString())).toContain(text(gateway.answer(words).body));
  });
});

describe('the answer', () => {
  test('is silence', () => {
    expect(gateway.answer(null)).toEqual({
      status: 200,
      headers: { 'content-type': 'text/xml; charset=utf-8' },
      body: '<Response/>',
    });
  });

  test('is one message, its markup escaped and nothing in it that XML forbids', () => {
    expect(gateway.answer('a & b < c > "d" \'e\' \u0000\u000b\ud800\ufffe é я 👍\n').body).toBe(
      '<Response><Message>a &amp; b &lt; c &gt; &quot;d&quot; &apos;e&apos;  é я 👍\n</Message></Response>',
    );
  });
});

test('the former token is good as long as it is kept', () => {
  const rotated = twilioGateway(`${publicUrl}/`, { current: 'the next token', previous: cyrillicToken });
  expect(receiveWebhook(rotated, twilioWebhook()).kind).toBe('messages');
  expect(receiveWebhook(rotated, twilioWebhook({ token: 'the next token' })).kind).toBe('messages');
  expect(receiveWebhook(twilioGateway(publicUrl, { current: 'the next token' }), twilioWebhook()).kind).toBe('forged');
});

test('the order of the fields is free', () => {
  const headers = twilioWebhook().headers;
  expect(receiveWebhook(gateway, twilioWebhook({ form: [...cyrillicForm].reverse(), headers })).kind).toBe('messages');
});
