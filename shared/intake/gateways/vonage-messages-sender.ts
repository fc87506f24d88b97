import type { VonageSecret } from './gateway-secrets.ts';
import { type OutgoingSms, SmsNotSent, type SmsSender } from './outgoing-sms.ts';
import { basicCredentials, type Fetch, postToGateway, withoutPlus } from './post-to-gateway.ts';
import { membersOf } from './request-content.ts';

/** Vonage's Messages API, which chooses the alphabet itself (https://developer.vonage.com/en/api/messages). */
export function vonageMessagesSender(baseUrl: string, secret: VonageSecret, fetch: Fetch): SmsSender {
  return {
    async send({ from, to, text }: OutgoingSms) {
      const answer = await postToGateway(
        {
          url: `${baseUrl}/v1/messages`,
          headers: {
            authorization: basicCredentials(secret.apiKey, secret.apiSecret),
            'content-type': 'application/json',
            accept: 'application/json',
          },
          body: JSON.stringify({
            channel: 'sms',
            message_type: 'text',
            from: withoutPlus(from),
            to: withoutPlus(to),
            text,
          }),
        },
        fetch,
      );
      if (membersOf(answer)?.has('message_uuid') !== true) {
        throw new SmsNotSent('unreadable_answer', true);
      }
    },
  };
}
