import type { InfobipSecret } from './gateway-secrets.ts';
import { type OutgoingSms, SmsNotSent, type SmsSender } from './outgoing-sms.ts';
import { type Fetch, postToGateway, withoutPlus } from './post-to-gateway.ts';
import { membersOf } from './request-content.ts';

/** `baseUrl` is the account's own (https://www.infobip.com/docs/api/channels/sms/outbound-sms/send-sms-messages). */
export function infobipSender(baseUrl: string, secret: InfobipSecret, fetch: Fetch): SmsSender {
  return {
    async send({ from, to, text }: OutgoingSms) {
      const answer = await postToGateway(
        {
          url: `${baseUrl}/sms/3/messages`,
          headers: {
            authorization: `App ${secret.apiKey}`,
            'content-type': 'application/json',
            accept: 'application/json',
          },
          body: JSON.stringify({
            messages: [{ sender: withoutPlus(from), destinations: [{ to: withoutPlus(to) }], content: { text } }],
          }),
        },
        fetch,
      );
      const messages = membersOf(answer)?.get('messages');
      if (!Array.isArray(messages)) {
        throw new SmsNotSent('unreadable_answer', true);
      }
      if (membersOf(membersOf(messages[0])?.get('status'))?.get('groupName') === 'REJECTED') {
        throw new SmsNotSent('infobip_REJECTED', false);
      }
    },
  };
}
