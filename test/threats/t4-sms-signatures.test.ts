import { expect, test } from 'vitest';
import { readQueuedSms } from '#shared/intake/gateways/aws.ts';
import { receiveWebhook } from '#shared/intake/gateways/receive-webhook.ts';
import { twilioGateway } from '#shared/intake/gateways/twilio.ts';
import { vonageGateway } from '#shared/intake/gateways/vonage.ts';
import { vonageMessagesGateway } from '#shared/intake/gateways/vonage-messages.ts';
import type { GatewayRequest, WebhookGateway } from '#shared/intake/gateways/webhook.ts';
import { inboundTopic, snsNotification } from '#test/support/gateways/sns-notification.ts';
import { cyrillicToken, twilioWebhook, withFields } from '#test/support/gateways/twilio-webhook.ts';
import { messagesWebhook, vonageSecret, vonageWebhook } from '#test/support/gateways/vonage-webhook.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

function later(gateway: WebhookGateway, request: GatewayRequest, milliseconds: number) {
  return receiveWebhook(gateway, { ...request, now: new Date(request.now.getTime() + milliseconds) });
}

test("T4: Vonage's token is good for five minutes", () => {
  const gateway = vonageMessagesGateway(vonageSecret);
  expect(later(gateway, messagesWebhook(), 5 * minute).kind).toBe('messages');
  expect(later(gateway, messagesWebhook(), 5 * minute + 1)).toEqual({ kind: 'forged', reason: 'stale' });
  expect(later(gateway, messagesWebhook(), 31 * day)).toEqual({ kind: 'forged', reason: 'stale' });
});

test('T4: within them, the same token names the same message: taken once, it is known', () => {
  const gateway = vonageMessagesGateway(vonageSecret);
  const [first, again] = [receiveWebhook(gateway, messagesWebhook()), later(gateway, messagesWebhook(), minute)];
  expect(first).toEqual(again);
  expect(first).toMatchObject({
    once: 'c5ba8f24-1a14-4c10-bfdf-3fbe8ce511b5',
    messages: [{ messageId: 'aaaaaaaa-bbbb-4ccc-8ddd-0123456789ab' }],
  });
});

test('T4: a signed request of the SMS API is good for the day that Vonage repeats it', () => {
  const gateway = vonageGateway('hmac-sha256', vonageSecret);
  expect(later(gateway, vonageWebhook(), day).kind).toBe('messages');
  expect(later(gateway, vonageWebhook(), day + 6 * minute)).toEqual({ kind: 'forged', reason: 'stale' });
  expect(later(gateway, vonageWebhook(), 31 * day)).toEqual({ kind: 'forged', reason: 'stale' });
});

test("T4: Twilio signs no time: a replay is known by the message's id, which is under the signature", () => {
  const gateway = twilioGateway('https://reports.example.org', { current: cyrillicToken });
  const replayed = later(gateway, twilioWebhook(), 31 * day);
  expect(replayed).toEqual(receiveWebhook(gateway, twilioWebhook()));
  const body = Buffer.from(twilioWebhook().body)
    .toString()
    .replace(/(MessageSid=SM)0/g, '$11');
  expect(receiveWebhook(gateway, { ...twilioWebhook(), body: Buffer.from(body) }).kind).toBe('forged');
});

test("T4: nor under an id that took in the field after it, which Twilio's signature cannot tell", () => {
  const gateway = twilioGateway('https://reports.example.org', { current: cyrillicToken });
  const longer = withFields({ MessageSid: `SM${'0'.repeat(32)}NumMedia0`, NumMedia: undefined });
  const replayed = twilioWebhook({ form: longer, headers: twilioWebhook().headers });
  expect(gateway.verify(replayed).kind).toBe('verified');
  expect(receiveWebhook(gateway, replayed)).toMatchObject({ kind: 'malformed', reason: 'no_message_id' });
});

test('T4: a message of AWS keeps its id, however often and late the queue delivers it', () => {
  const payload = {
    originationNumber: '+14255550182',
    destinationNumber: '+12125550101',
    messageBody: 'Hello',
    inboundMessageId: 'cae173d2-66b9-564c-8309-21f858e9fb84',
  };
  const again = { ...snsNotification(payload), MessageId: '99999999-2222-3333-4444-555555555555' };
  for (const envelope of [snsNotification(payload), again]) {
    expect(readQueuedSms(JSON.stringify(envelope), inboundTopic)).toMatchObject({
      message: { messageId: 'cae173d2-66b9-564c-8309-21f858e9fb84' },
    });
  }
});
