import { countSegments } from '../replies/segments.ts';
import type { VonageSecret } from './gateway-secrets.ts';
import { type OutgoingSms, SmsNotSent, type SmsSender } from './outgoing-sms.ts';
import { type Fetch, postToGateway, withoutPlus } from './post-to-gateway.ts';
import { membersOf, scalar } from './request-content.ts';

/** Vonage's SMS API, for messages that came by either of its APIs (https://developer.vonage.com/en/api/sms). */
export function vonageSender(baseUrl: string, secret: VonageSecret, fetch: Fetch): SmsSender {
  return {
    async send({ from, to, text }: OutgoingSms) {
      const credentials = Buffer.from(`${secret.apiKey}:${secret.apiSecret}`, 'utf8').toString('base64');
      const answer = await postToGateway(
        {
          url: `${baseUrl}/sms/json`,
          headers: {
            authorization: `Basic ${credentials}`,
            'content-type': 'application/x-www-form-urlencoded',
            accept: 'application/json',
          },
          body: new URLSearchParams({
            from: withoutPlus(from),
            to: withoutPlus(to),
            text,
            type: countSegments(text).encoding === 'gsm7' ? 'text' : 'unicode',
          }).toString(),
        },
        fetch,
      );
      const messages = membersOf(answer)?.get('messages');
      const status = Array.isArray(messages) ? scalar(membersOf(messages[0])?.get('status')) : undefined;
      if (status !== '0') {
        throw status !== undefined && /^\d{1,3}$/.test(status)
          ? new SmsNotSent(`vonage_${status}`, false)
          : new SmsNotSent('unreadable_answer', true);
      }
    },
  };
}
