import { randomBytes } from 'node:crypto';
import { readTwilioSecret } from '#shared/intake/gateways/gateway-secrets.ts';
import { twilioSignature } from '#shared/intake/gateways/twilio-signature.ts';
import type { Deployment } from '../deployment.ts';
import type { PhoneLine } from './phone-line.ts';
import { repliesIn } from './replies-in.ts';

/** What texting needs of a deployment. */
export interface PhoneDeployment extends Pick<Deployment, 'local' | 'secret'> {
  readonly directory: Pick<Deployment['directory'], 'sms'>;
}

/** Why a text did not arrive, in a line for the person at the keyboard. */
export class TextNotSent extends Error {
  override readonly name = 'TextNotSent';
}

export type Texting = (text: string) => Promise<readonly string[]>;

const noId = '0'.repeat(32);
const path = '/v1/sms/twilio';

/**
 * Plays Twilio and a telephone: each text goes to the local run as a signed webhook, and the answers are the replies as
 * the telephone would show them. Throws TextNotSent where there is no such webhook.
 */
export async function openPhone(
  { from, to }: PhoneLine,
  { local, secret, directory }: PhoneDeployment,
): Promise<Texting> {
  const secretArn = directory.sms.secrets['twilio'];
  if (!local) {
    throw new TextNotSent('This telephone only reaches a local run: add --endpoint http://127.0.0.1:8080.');
  }
  if (secretArn === undefined) {
    throw new TextNotSent('This local run has no webhook for Twilio (setting sms.twilio).');
  }
  const { current: token } = readTwilioSecret(await secret(secretArn));
  const url = `${directory.sms.webhookUrl}${path}`;
  return async (text) => {
    const id = `SM${randomBytes(16).toString('hex')}`;
    const form: [string, string][] = [
      ['MessageSid', id],
      ['SmsMessageSid', id],
      ['SmsSid', id],
      ['AccountSid', `AC${noId}`],
      ['From', from],
      ['To', to],
      ['Body', text],
      ['NumMedia', '0'],
      ['NumSegments', '1'],
      ['SmsStatus', 'received'],
      ['ApiVersion', '2010-04-01'],
    ];
    return repliesIn(await post(url, form, twilioSignature(token, url, form)));
  };
}

async function post(url: string, form: [string, string][], signature: string): Promise<string> {
  let response: Response;
  try {
    response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': signature },
      body: new URLSearchParams(form).toString(),
      signal: AbortSignal.timeout(30_000),
    });
  } catch (cause) {
    throw new TextNotSent(`Nothing answers at ${url}. Is the local run up (npm start)?`, { cause });
  }
  const body = await response.text();
  if (response.status === 403) {
    throw new TextNotSent('The local run refused the signature; was it started anew with another token? Try again.');
  }
  if (!response.ok) {
    throw new TextNotSent(`The local run answered ${response.status}; logs/take-sms.log in its data folder says why.`);
  }
  return body;
}
