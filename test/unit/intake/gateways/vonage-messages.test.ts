import { createHash } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import { expect, test } from 'vitest';
import { receiveWebhook, refusalStatus } from '#shared/intake/gateways/receive-webhook.ts';
import { vonageMessagesGateway } from '#shared/intake/gateways/vonage-messages.ts';
import {
  messagesBody,
  messagesTime,
  messagesToken,
  messagesTokenFor,
  messagesWebhook,
  secondsOf,
  vonageSecret,
} from '#test/support/gateways/vonage-webhook.ts';

const gateway = vonageMessagesGateway(vonageSecret);
const received = (changes: object) =>
  receiveWebhook(gateway, messagesWebhook({ body: JSON.stringify({ ...JSON.parse(messagesBody), ...changes }) }));

test('the signed callback is read', () => {
  expect(createHash('sha256').update(messagesBody).digest('hex')).toBe(
    '6cf55888ff0bfac8dd2bea1d9299dd9e3efdbc1ed3798aba7deefee611bfce0a',
  );
  expect(receiveWebhook(gateway, messagesWebhook({ token: messagesToken }))).toEqual({
    kind: 'messages',
    messages: [
      {
        gateway: 'vonage-messages',
        messageId: 'aaaaaaaa-bbbb-4ccc-8ddd-0123456789ab',
        from: '+447700900001',
        to: '+447700900000',
        text: 'Hello',
        receivedAt: '2025-02-03T12:14:25.000Z',
        media: 0,
        part: null,
        partial: false,
      },
    ],
    skipped: [],
    once: 'c5ba8f24-1a14-4c10-bfdf-3fbe8ce511b5',
  });
});

test('a token made by another library is accepted, and ours by it', async () => {
  const key = Buffer.from(vonageSecret.current);
  const theirs = await new SignJWT({
    api_key: vonageSecret.apiKey,
    payload_hash: createHash('sha256').update(messagesBody).digest('hex'),
  })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuedAt(messagesTime)
    .setJti('made by jose')
    .sign(key);
  expect(receiveWebhook(gateway, messagesWebhook({ token: theirs }))).toMatchObject({ once: 'made by jose' });
  const { payload } = await jwtVerify(messagesTokenFor(), key, { algorithms: ['HS256'], currentDate: messagesTime });
  expect(payload['api_key']).toBe(vonageSecret.apiKey);
});

test('an unsigned callback gets a 5xx, upon which Vonage signs it', () => {
  const outcome = receiveWebhook(gateway, messagesWebhook({ token: null }));
  expect(outcome).toEqual({ kind: 'unsigned' });
  expect(outcome.kind === 'unsigned' && refusalStatus(gateway, outcome)).toBe(503);
});

test('the former secret is good as long as it is kept', () => {
  const rotated = { ...vonageSecret, current: 'the next secret' };
  expect(
    receiveWebhook(vonageMessagesGateway({ ...rotated, previous: vonageSecret.current }), messagesWebhook()).kind,
  ).toBe('messages');
  expect(receiveWebhook(vonageMessagesGateway(rotated), messagesWebhook())).toEqual({
    kind: 'forged',
    reason: 'bad_signature',
  });
});

test('a token is good for five minutes before and after it was issued', () => {
  const at = (seconds: number) =>
    receiveWebhook(gateway, messagesWebhook({ now: new Date(messagesTime.getTime() + seconds * 1000) })).kind;
  expect([at(-301), at(-300), at(300), at(301)]).toEqual(['forged', 'messages', 'messages', 'forged']);
  const claims = { iat: String(secondsOf(messagesTime)) };
  expect(receiveWebhook(gateway, messagesWebhook({ token: messagesTokenFor({ claims }) })).kind).toBe('forged');
});

test.each([
  [
    'a picture',
    { channel: 'mms', message_type: 'image', text: undefined, image: { url: 'https://x.example/1', caption: 'Look' } },
    { text: 'Look', media: 1 },
  ],
  [
    'a picture without words',
    { channel: 'mms', message_type: 'image', image: {}, text: undefined },
    { text: '', media: 1 },
  ],
  ['a short code of ours', { to: '7726' }, { to: '7726' }],
  ['a time with an offset', { timestamp: '2025-02-03T13:14:25.5+01:00' }, { receivedAt: '2025-02-03T12:14:25.500Z' }],
])('%s is read', (_name, changes, wanted) => {
  expect(received(changes)).toMatchObject({ messages: [wanted] });
});

test.each([
  ['another channel', { channel: 'whatsapp' }, 'not_inbound'],
  ['the status of one of ours', { message_type: undefined, status: 'delivered' }, 'not_inbound'],
  ['no id', { message_uuid: null }, 'no_message_id'],
  ['no writer', { from: { type: 'sms' } }, 'no_from'],
  ['a text that is none', { text: ['a'] }, 'not_readable'],
] as const)('%s: acknowledged and not taken', (_name, changes, reason) => {
  const outcome = received(changes);
  expect(outcome).toEqual({ kind: 'malformed', reason, authentic: true });
  expect(outcome.kind === 'malformed' && refusalStatus(gateway, outcome)).toBe(200);
});
