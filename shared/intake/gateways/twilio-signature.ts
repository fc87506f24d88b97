import { createHash, createHmac } from 'node:crypto';
import type { Parameter } from './request-content.ts';
import { sameSecret } from './same-secret.ts';

/**
 * `X-Twilio-Signature`: HMAC-SHA1, base64, of the URL and the form's names and values, sorted by name; equal values of a
 * name count once (https://www.twilio.com/docs/usage/security#validating-requests).
 */
export function twilioSignature(token: string, url: string, parameters: readonly Parameter[]): string {
  const values = new Map<string, Set<string>>();
  for (const [name, value] of parameters) {
    values.set(name, (values.get(name) ?? new Set()).add(value));
  }
  const signed = [...values]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, ofName]) => [...ofName].sort().map((value) => name + value));
  return createHmac('sha1', token)
    .update(url + signed.join(''), 'utf8')
    .digest('base64');
}

/** Whether one of the tokens made the signature, for the URL with or without its port. */
export function isTwilioSignature(
  given: string,
  tokens: readonly string[],
  url: string,
  parameters: readonly Parameter[],
): boolean {
  return tokens.some((token) =>
    urlsToTry(url).some((candidate) => sameSecret(given, twilioSignature(token, candidate, parameters))),
  );
}

/** Whether the URL's `bodySHA256`, which its signature covers, is that of the body. */
export function isTwilioBody(body: Uint8Array, bodySha256: string): boolean {
  return sameSecret(bodySha256, createHash('sha256').update(body).digest('hex'));
}

/** Twilio signs the URL with the standard port or without; a configured port may be missing, too. Never normalised otherwise. */
function urlsToTry(url: string): readonly string[] {
  const [whole = '', scheme = '', user = '', host = '', port = ''] =
    /^(https?:\/\/)([^/?#@]*@)?([^/?#@:[]+|\[[^/?#@\]]+\])(:\d{1,5})?(?=[/?#]|$)/.exec(url) ?? [];
  if (whole === '') {
    return [url];
  }
  const rest = url.slice(whole.length);
  const standard = scheme === 'https://' ? ':443' : ':80';
  return [scheme + user + host + rest, scheme + user + host + (port === '' ? standard : port) + rest];
}
