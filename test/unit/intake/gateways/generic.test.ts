import { describe, expect, test } from 'vitest';
import { type GenericOptions, genericOptionsSchema } from '#shared/intake/gateways/gateway-options.ts';
import { genericGateway, genericSignature } from '#shared/intake/gateways/generic.ts';
import { receiveWebhook, refusalStatus } from '#shared/intake/gateways/receive-webhook.ts';
import { gatewayRequest } from '#test/support/gateways/gateway-request.ts';

const secret = { current: 'chosen by the operator' };
const signature = { header: 'x-signature', algorithm: 'hmac-sha256' };
const kaleyra = genericOptionsSchema.parse({
  fields: { messageId: '/id', from: '/source', to: '/recipient', text: '/message', receivedAt: '/timestamp' },
  time: { format: 'local', zone: 'Asia/Kolkata' },
  withoutPlus: true,
  signature,
});
const message = {
  id: 'k-1',
  source: '919876543210',
  recipient: '1909',
  message: 'Loan approved, click here',
  timestamp: '2026-11-20 18:35:20',
};

function received(value: unknown, options: GenericOptions = kaleyra, headers?: Readonly<Record<string, string>>) {
  const body = typeof value === 'string' ? value : JSON.stringify(value);
  const signed = { [options.signature.header]: genericSignature(options.signature, secret.current, Buffer.from(body)) };
  return receiveWebhook(genericGateway(options, secret), gatewayRequest({ headers: headers ?? signed, body }));
}

test("the operator's mapping says where our fields stand", () => {
  expect(received(message)).toEqual({
    kind: 'messages',
    messages: [
      {
        gateway: 'generic',
        messageId: 'k-1',
        from: '+919876543210',
        to: '1909',
        text: 'Loan approved, click here',
        receivedAt: '2026-11-20T13:05:20.000Z',
        media: 0,
        part: null,
        partial: false,
      },
    ],
    skipped: [],
    once: null,
  });
});

test('fields may stand anywhere, times be seconds, long texts come in parts', () => {
  const telnyx = genericOptionsSchema.parse({
    fields: {
      messageId: '/data/payload/id',
      from: '/data/payload/from/phone_number',
      to: '/data/payload/to/0/phone_number',
      text: '/data/payload/a~1b~0c',
      receivedAt: '/data/at',
      media: '/data/media',
      partReference: '/data/ref',
      partNumber: '/data/n',
      partTotal: '/data/of',
    },
    time: { format: 'unix' },
    signature,
  });
  const payload = {
    id: 12,
    from: { phone_number: '+12025550143' },
    to: [{ phone_number: '+12025550100' }],
    'a/b~c': 'Hi',
  };
  const value = { data: { payload, at: 1_795_250_000, media: 2, ref: 'r', n: 2, of: 2 } };
  expect(received(value, telnyx)).toMatchObject({
    messages: [
      {
        messageId: '12',
        from: '+12025550143',
        to: '+12025550100',
        text: 'Hi',
        receivedAt: '2026-11-21T08:33:20.000Z',
        media: 2,
        part: { reference: 'r', number: 2, total: 2 },
      },
    ],
  });
  expect(received({ data: { ...value.data, n: 3 } }, telnyx)).toMatchObject({ kind: 'malformed', reason: 'part' });
});

test('a bridge from SMPP gives header, bytes and data coding', () => {
  const bridge = genericOptionsSchema.parse({
    fields: { ...kaleyra.fields, userDataHeader: '/udh', data: '/data', dataCoding: '/dcs' },
    signature,
  });
  const value = { ...message, message: undefined, udh: '050003070201', data: '00411b65', dcs: 0 };
  expect(received(value, bridge)).toMatchObject({
    messages: [{ text: '@A€', part: { reference: '7', number: 1, total: 2 } }],
  });
});

describe('the signature', () => {
  test.each([
    ['hmac-sha1', 'base64', ''],
    ['hmac-sha256', 'hex', 'sha256='],
    ['hmac-sha512', 'hex', ''],
    ['static', 'hex', ''],
  ])('may be %s in %s after "%s"', (algorithm, encoding, prefix) => {
    const options = genericOptionsSchema.parse({
      fields: kaleyra.fields,
      signature: { header: 'x-hub-signature', algorithm, encoding, prefix },
    });
    expect(received(message, options).kind).toBe('messages');
    const bad = genericSignature(options.signature, 'of somebody else', Buffer.from(JSON.stringify(message)));
    expect(received(message, options, { 'x-hub-signature': bad })).toEqual({ kind: 'forged', reason: 'bad_signature' });
    expect(received(message, options, {})).toEqual({ kind: 'forged', reason: 'no_signature' });
  });

  test('covers every byte of the body', () => {
    const headers = {
      'x-signature': genericSignature(kaleyra.signature, secret.current, Buffer.from(JSON.stringify(message))),
    };
    expect(received(message, kaleyra, headers).kind).toBe('messages');
    expect(received({ ...message, message: 'changed' }, kaleyra, headers).kind).toBe('forged');
  });

  test('in capitals is the same', () => {
    const value = genericSignature(kaleyra.signature, secret.current, Buffer.from(JSON.stringify(message)));
    expect(received(message, kaleyra, { 'x-signature': value.toUpperCase() }).kind).toBe('messages');
  });
});

test.each([
  ['an id that JSON has rounded', { ...message, id: 2 ** 53 }, 'no_message_id'],
  ['a field that is not there', { ...message, source: undefined }, 'no_from'],
  ['a list', [message], 'not_readable'],
  ['no JSON', 'id=k-1', 'not_readable'],
] as const)('%s: refused, so that the operator sees it', (_name, value, reason) => {
  const outcome = received(value);
  expect(outcome).toEqual({ kind: 'malformed', reason, authentic: true });
  expect(outcome.kind === 'malformed' && refusalStatus(genericGateway(kaleyra, secret), outcome)).toBe(400);
});

test('the answer holds the reply', () => {
  const gateway = genericGateway(kaleyra, secret);
  expect([gateway.answer('Thanks.').body, gateway.answer(null).body]).toEqual([
    '{"reply":"Thanks."}',
    '{"reply":null}',
  ]);
});

test.each([
  ['a field that is no pointer', { fields: { ...kaleyra.fields, text: 'message' } }],
  ['a field that is missing', { fields: { messageId: '/id' } }],
  ['an unknown zone', { time: { format: 'local', zone: 'Mars/Olympus' } }],
  ['an unknown algorithm', { signature: { header: 'x-signature', algorithm: 'md5' } }],
  ['a header that none can be', { signature: { ...signature, header: 'X Signature' } }],
  ['an address that is none', { allowedAddresses: ['192.0.2.0/33'] }],
  ['a setting that is none', { extra: true }],
])('%s is refused at the start', (_name, changes) => {
  expect(genericOptionsSchema.safeParse({ fields: kaleyra.fields, signature, ...changes }).success).toBe(false);
});
