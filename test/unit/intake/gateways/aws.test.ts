import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { readQueuedSms } from '#shared/intake/gateways/aws.ts';
import { inboundTopic, snsNotification, stringToSign } from '#test/support/gateways/sns-notification.ts';

const payload = {
  originationNumber: '+14255550182',
  destinationNumber: '+12125550101',
  messageKeyword: 'KEYWORD_EXAMPLE',
  messageBody: 'Ваш счёт заблокирован http://x.example',
  inboundMessageId: 'cae173d2-66b9-564c-8309-21f858e9fb84',
};
const notification = snsNotification(payload);
const message = {
  gateway: 'aws',
  messageId: 'cae173d2-66b9-564c-8309-21f858e9fb84',
  from: '+14255550182',
  to: '+12125550101',
  text: 'Ваш счёт заблокирован http://x.example',
  receivedAt: '2026-11-21T10:00:00.000Z',
  media: 0,
  part: null,
  partial: false,
};

test('a notification holds one message', () => {
  expect(readQueuedSms(JSON.stringify(notification), inboundTopic)).toEqual({ kind: 'message', message });
});

test('with raw delivery the message comes alone, without a time', () => {
  expect(readQueuedSms(JSON.stringify(payload), inboundTopic)).toEqual({
    kind: 'message',
    message: { ...message, receivedAt: null },
  });
});

test('what SNS signs of it is known to the byte', () => {
  const signed = stringToSign(notification);
  expect([Buffer.byteLength(signed), createHash('sha256').update(signed).digest('hex')]).toEqual([
    403,
    '4329e0b1350931e4e6d451444e0c70ebf5109904130718620b631daaba1d7b9e',
  ]);
});

test.each([
  ['no JSON', 'hello', 'not_readable'],
  ['a list', '[]', 'not_readable'],
  ['a confirmation', JSON.stringify({ ...notification, Type: 'SubscriptionConfirmation' }), 'not_inbound'],
  ['something else', '{}', 'not_inbound'],
  ['a message that is no JSON', JSON.stringify({ ...notification, Message: 'hello' }), 'not_readable'],
  ['a message that is no text', JSON.stringify({ ...notification, Message: { a: 1 } }), 'not_readable'],
  ['no id', JSON.stringify(snsNotification({ ...payload, inboundMessageId: undefined })), 'no_message_id'],
  ['no writer', JSON.stringify({ ...payload, originationNumber: null }), 'no_from'],
] as const)('%s is no message', (_name, body, reason) => {
  expect(readQueuedSms(body, inboundTopic)).toEqual({ kind: 'malformed', reason });
});
