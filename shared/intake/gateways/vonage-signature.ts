import { createHash, createHmac } from 'node:crypto';
import type { Parameter } from './request-content.ts';
import { sameSecret } from './same-secret.ts';

/** As chosen in Vonage's dashboard. `md5hash` is its default: an MD5 of the parameters and the secret, no HMAC. */
export const vonageSignatures = ['md5hash', 'hmac-md5', 'hmac-sha1', 'hmac-sha256', 'hmac-sha512'] as const;
export type VonageSignature = (typeof vonageSignatures)[number];

/** The parameter `sig` over all others, in hexadecimal (https://developer.vonage.com/en/getting-started/concepts/signing-messages). */
export function vonageSignature(method: VonageSignature, secret: string, parameters: readonly Parameter[]): string {
  const signed = parameters
    .filter(([name]) => name !== 'sig')
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `&${name}=${value.replace(/[&=]/g, '_')}`)
    .join('');
  return method === 'md5hash'
    ? createHash('md5')
        .update(signed + secret, 'utf8')
        .digest('hex')
    : createHmac(method.slice('hmac-'.length), secret).update(signed, 'utf8').digest('hex');
}

/**
 * Whether one of the secrets made the signature. Vonage writes it in capitals with some methods. Names are signed as they
 * are: one with a separator in it could stand for several parameters.
 */
export function isVonageSignature(
  given: string,
  method: VonageSignature,
  secrets: readonly string[],
  parameters: readonly Parameter[],
): boolean {
  const lowered = given.toLowerCase();
  const told = parameters.every(([name]) => !/[&=]/.test(name));
  return told && secrets.some((secret) => sameSecret(lowered, vonageSignature(method, secret, parameters)));
}
