import { SmsNotSent } from './outgoing-sms.ts';

/** What a reply may take: the webhook that asks for it has an answer to give. */
const patience = 5_000;

export type Fetch = typeof fetch;

interface GatewayPost {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Posts once and reads the JSON of the answer. Throws SmsNotSent for everything but a 2xx with JSON. */
export async function postToGateway({ url, headers, body }: GatewayPost, fetch: Fetch): Promise<unknown> {
  let response: Response;
  try {
    // A redirect would carry the credentials to another place.
    const signal = AbortSignal.timeout(patience);
    response = await fetch(url, { method: 'POST', headers: { ...headers }, body, redirect: 'error', signal });
  } catch (error) {
    throw new SmsNotSent(error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'network', true);
  }
  if (!response.ok) {
    throw new SmsNotSent(`http_${response.status}`, response.status >= 500);
  }
  try {
    return await response.json();
  } catch {
    throw new SmsNotSent('unreadable_answer', true);
  }
}

/** E.164 as these gateways want it. */
export function withoutPlus(number: string): string {
  return number.replace(/^\+/, '');
}
