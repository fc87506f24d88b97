import { expect, test } from 'vitest';
import { infobipGateway } from '#shared/intake/gateways/infobip.ts';
import { receiveWebhook, refusalStatus } from '#shared/intake/gateways/receive-webhook.ts';
import { gatewayRequest } from '#test/support/gateways/gateway-request.ts';

const secret = { current: 'App invented-by-the-operator', apiKey: 'an invented key' };
const gateway = infobipGateway([], secret);

const result = {
  messageId: '817790313235066447',
  from: '385916242493',
  to: '385921004026',
  text: 'QUIZ Correct answer is Paris',
  cleanText: 'Correct answer is Paris',
  keyword: 'QUIZ',
  receivedAt: '2026-11-21T09:28:39.220+0000',
  smsCount: 2,
  price: { pricePerMessage: 0, currency: 'EUR' },
  callbackData: 'callbackData',
};

const request = (value: unknown, authorization: string | null = secret.current, sourceAddress = '192.0.2.1') =>
  gatewayRequest({
    path: '/v1/sms/infobip',
    headers: { 'content-type': 'application/json', ...(authorization === null ? {} : { authorization }) },
    body: typeof value === 'string' ? value : JSON.stringify(value),
    sourceAddress,
  });

test('several messages come in one request, each with its whole text', () => {
  const results = [result, { ...result, messageId: '2', from: '447700900001', to: '7726', applicationId: 'new' }];
  expect(receiveWebhook(gateway, request({ results, messageCount: 2, pendingMessageCount: 0 }))).toMatchObject({
    kind: 'messages',
    messages: [
      {
        gateway: 'infobip',
        messageId: '817790313235066447',
        from: '+385916242493',
        to: '+385921004026',
        text: 'QUIZ Correct answer is Paris',
        receivedAt: '2026-11-21T09:28:39.220Z',
        part: null,
      },
      { messageId: '2', from: '+447700900001', to: '7726' },
    ],
    skipped: [],
  });
});

test('one that cannot be read does not hold up the others', () => {
  const results = [{ ...result, messageId: null }, 'text', result, { ...result, from: '' }];
  expect(receiveWebhook(gateway, request({ results }))).toMatchObject({
    messages: [{ messageId: '817790313235066447' }],
    skipped: ['no_message_id', 'no_message_id', 'no_from'],
  });
});

test.each([
  ['no results', { results: [] }, 'not_inbound'],
  ['only unreadable ones', { results: [{ ...result, to: undefined }] }, 'no_to'],
  ['no list', { results: result }, 'not_readable'],
  ['no JSON', '{', 'not_readable'],
] as const)('%s: acknowledged, or it would come again', (_name, value, reason) => {
  const outcome = receiveWebhook(gateway, request(value));
  expect(outcome).toEqual({ kind: 'malformed', reason, authentic: true });
  expect(outcome.kind === 'malformed' && refusalStatus(gateway, outcome)).toBe(200);
});

test('two values of the header are good while one replaces the other', () => {
  const rotated = infobipGateway([], {
    ...secret,
    current: 'App the next one of the operator',
    previous: secret.current,
  });
  const kinds = [secret.current, 'App the next one of the operator', 'App of somebody else'].map(
    (authorization) => receiveWebhook(rotated, request({ results: [result] }, authorization)).kind,
  );
  expect(kinds).toEqual(['messages', 'messages', 'forged']);
});

test('where addresses are fixed, others are refused even with the header', () => {
  const fixed = infobipGateway(['192.0.2.0/28', '2001:db8::/32', '198.51.100.7'], secret);
  const reads = (address: string) => receiveWebhook(fixed, request({ results: [result] }, secret.current, address));
  expect(['192.0.2.15', '2001:db8::9', '198.51.100.7'].map((address) => reads(address).kind)).toEqual([
    'messages',
    'messages',
    'messages',
  ]);
  expect(['192.0.2.16', '2001:db9::9', '198.51.100.8', '', 'unknown'].map((address) => reads(address))).toEqual(
    Array.from({ length: 5 }, () => ({ kind: 'forged', reason: 'address' })),
  );
});
