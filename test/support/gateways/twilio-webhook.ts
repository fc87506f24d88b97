import type { Parameter } from '#shared/intake/gateways/request-content.ts';
import { twilioSignature } from '#shared/intake/gateways/twilio-signature.ts';
import type { GatewayRequest } from '#shared/intake/gateways/webhook.ts';
import { gatewayRequest } from './gateway-request.ts';

export const cyrillicToken = '0123456789abcdef0123456789abcdef';
export const cyrillicUrl = 'https://reports.example.org/v1/inbound/twilio';

const zeros = '0'.repeat(32);

/** A message as Twilio posts it, three fields empty. */
export const cyrillicForm: readonly Parameter[] = [
  ['ToCountry', 'US'],
  ['ToState', ''],
  ['SmsMessageSid', `SM${zeros}`],
  ['NumMedia', '0'],
  ['ToCity', ''],
  ['FromZip', '94107'],
  ['SmsSid', `SM${zeros}`],
  ['FromState', 'CA'],
  ['SmsStatus', 'received'],
  ['FromCity', 'SAN FRANCISCO'],
  ['Body', 'Ваш счёт заблокирован http://x.example +15005550006'],
  ['FromCountry', 'US'],
  ['To', '7726'],
  ['ToZip', ''],
  ['NumSegments', '2'],
  ['MessageSid', `SM${zeros}`],
  ['AccountSid', `AC${zeros}`],
  ['From', '+14155550123'],
  ['ApiVersion', '2010-04-01'],
];

interface TwilioWebhook {
  readonly token?: string;
  readonly publicUrl?: string;
  readonly form?: readonly Parameter[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** A signed form post to `/v1/sms/twilio`. */
export function twilioWebhook({
  token = cyrillicToken,
  publicUrl = 'https://reports.example.org',
  form = cyrillicForm,
  headers,
}: TwilioWebhook = {}): GatewayRequest {
  const path = '/v1/sms/twilio';
  return gatewayRequest({
    path,
    headers: headers ?? {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': twilioSignature(token, publicUrl + path, form),
    },
    body: new URLSearchParams(form.map(([name, value]): [string, string] => [name, value])).toString(),
  });
}

/** The form with fields replaced; undefined takes one away. */
export function withFields(changes: Readonly<Record<string, string | undefined>>): readonly Parameter[] {
  const kept = cyrillicForm.filter(([name]) => !Object.hasOwn(changes, name));
  const added = Object.entries(changes).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return [...kept, ...added];
}
