import { describe, expect, test } from 'vitest';
import { receiveWebhook, refusalStatus } from '#shared/intake/gateways/receive-webhook.ts';
import { vonageGateway } from '#shared/intake/gateways/vonage.ts';
import { isVonageSignature, vonageSignature, vonageSignatures } from '#shared/intake/gateways/vonage-signature.ts';
import { gatewayRequest, requestTime } from '#test/support/gateways/gateway-request.ts';
import {
  secondsOf,
  vonageFields,
  vonageFieldsWith,
  vonageSecret,
  vonageWebhook,
} from '#test/support/gateways/vonage-webhook.ts';

const gateway = vonageGateway('hmac-sha256', vonageSecret);
const received = (changes: Readonly<Record<string, string | undefined>>) =>
  receiveWebhook(gateway, vonageWebhook(vonageFieldsWith(changes)));

test.each([
  ['md5hash', '2d7388c2fa3cddc3fb594868d30569f7'],
  ['hmac-md5', 'f9e7a4b43878a5153375bd1721b99406'],
  ['hmac-sha1', '98f99115218265b4b76b438c353d77368275e295'],
  ['hmac-sha256', 'a212a71454ed0c57379d30df3e13ea44be6361f3f34904610f5df9a0d839035f'],
] as const)('signs with %s, whatever the order of the parameters and the case of the digits', (method, signature) => {
  expect(vonageSignature(method, vonageSecret.current, vonageFields)).toBe(signature);
  const shuffled = [['sig', signature] as const, ...[...vonageFields].reverse()];
  expect(isVonageSignature(signature.toUpperCase(), method, [vonageSecret.current], shuffled)).toBe(true);
  expect(isVonageSignature(signature, method, ['another secret'], shuffled)).toBe(false);
});

test.each(
  vonageSignatures.flatMap((method) => (['query', 'form', 'json'] as const).map((form) => [method, form] as const)),
)('a message signed with %s comes as %s', (method, form) => {
  const outcome = receiveWebhook(
    vonageGateway(method, vonageSecret),
    vonageWebhook(vonageFieldsWith(), { method, form }),
  );
  expect(outcome).toEqual({
    kind: 'messages',
    messages: [
      {
        gateway: 'vonage',
        messageId: '0A0000000123ABCD1',
        from: '+447700900001',
        to: '+447700900000',
        text: 'Hello=1&x',
        receivedAt: '2020-01-01T12:00:00.000Z',
        media: 0,
        part: null,
        partial: false,
      },
    ],
    skipped: [],
    once: null,
  });
});

test('numbers and booleans of JSON are signed as they are written', () => {
  const fields = vonageFieldsWith();
  const sig = vonageSignature('hmac-sha256', vonageSecret.current, [...fields, ['concat', 'true'], ['n', '7']]);
  const body = JSON.stringify({ ...Object.fromEntries(fields), concat: true, n: 7, sig });
  const headers = { 'content-type': 'application/json' };
  expect(receiveWebhook(gateway, gatewayRequest({ headers, body })).kind).toBe('messages');
});

test('short codes keep their digits, international numbers get their plus sign', () => {
  expect(received({ to: '7726', msisdn: '33612345678' })).toMatchObject({
    messages: [{ to: '7726', from: '+33612345678' }],
  });
  expect(received({ msisdn: 'MyBank' })).toMatchObject({ messages: [{ from: 'MyBank' }] });
});

describe('long texts', () => {
  const concat = { concat: 'true', 'concat-ref': '108', 'concat-total': '3', 'concat-part': '2' };

  test("come in parts, told by the gateway's own fields", () => {
    expect(received(concat)).toMatchObject({ messages: [{ part: { reference: '108', number: 2, total: 3 } }] });
  });

  test.each([
    { 'concat-part': '0' },
    { 'concat-total': '0' },
    { 'concat-part': '4' },
    { 'concat-total': '999' },
    { 'concat-part': 'two' },
  ])('are refused as %o', (changes) => {
    const outcome = received({ ...concat, ...changes });
    expect(outcome).toEqual({ kind: 'malformed', reason: 'part', authentic: true });
    // Refused, it would come again for a day.
    expect(outcome.kind === 'malformed' && refusalStatus(gateway, outcome)).toBe(200);
  });

  test('without all of the fields are taken as they are', () => {
    expect(received({ concat: 'true' })).toMatchObject({ messages: [{ part: null }] });
  });

  test('or by the header of a binary message', () => {
    const binary = { type: 'binary', text: undefined, data: '0412043004480020', 'data-coding': '8' };
    expect(received({ ...binary, udh: '0608040102030a' })).toMatchObject({ reason: 'part' });
    expect(received({ ...binary, udh: '06080401020302' })).toMatchObject({
      messages: [{ text: 'Ваш ', part: { reference: '258', number: 2, total: 3 } }],
    });
  });
});

test.each([
  ['in UTF-8', { data: Buffer.from('Ваш счёт').toString('hex') }, 'Ваш счёт'],
  ['in no text we know', { data: 'fffe00ff' }, ''],
  ['that is no hexadecimal', { data: 'xyz' }, ''],
  ['without data', {}, ''],
])('a binary message %s', (_name, changes, text) => {
  expect(received({ type: 'binary', text: undefined, ...changes })).toMatchObject({ messages: [{ text }] });
});

test.each([
  ['no id', { messageId: undefined }, 'no_message_id'],
  ['no writer', { msisdn: '' }, 'no_from'],
  ['no number of ours', { to: undefined }, 'no_to'],
  ['a delivery receipt', { status: 'delivered', scts: '2011211000', 'err-code': '0' }, 'not_inbound'],
] as const)('%s: acknowledged and not taken', (_name, changes, reason) => {
  expect(received(changes)).toEqual({ kind: 'malformed', reason, authentic: true });
});

test('a time that cannot be read is left out', () => {
  expect(received({ 'message-timestamp': 'yesterday' })).toMatchObject({ messages: [{ receivedAt: null }] });
});

test.each(['[]', 'null', '{"msisdn":{}}', '{', '"text"'])('%s is refused before anything else', (body) => {
  const outcome = receiveWebhook(gateway, gatewayRequest({ headers: { 'content-type': 'application/json' }, body }));
  expect(outcome).toEqual({ kind: 'malformed', reason: 'not_readable', authentic: false });
  expect(outcome.kind === 'malformed' && refusalStatus(gateway, outcome)).toBe(400);
});

test('the answer is empty', () => {
  expect(gateway.answer(null)).toEqual({ status: 200, headers: {}, body: '' });
});

test('a message that waited a day for us is taken, as Vonage repeats it so long', () => {
  const wait = (minutes: number) => received({ timestamp: String(secondsOf(requestTime) - minutes * 60) });
  expect(wait(24 * 60).kind).toBe('messages');
  expect(wait(24 * 60 + 6)).toEqual({ kind: 'forged', reason: 'stale' });
  expect(wait(-4).kind).toBe('messages');
  expect(wait(-6)).toEqual({ kind: 'forged', reason: 'stale' });
  expect(received({ timestamp: undefined })).toEqual({ kind: 'forged', reason: 'stale' });
});
