import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { jsonOf, membersOf } from './request-content.ts';
import { sameSecret } from './same-secret.ts';
import type { ForgeryReason } from './webhook.ts';

/** Minutes around now in which a token may have been issued, as milliseconds. */
const window = 5 * 60_000;

interface TokenCheck {
  /** The JWT of the `Authorization` header. */
  readonly token: string;
  readonly body: Uint8Array;
  /** The account's signature secrets; none for an account that is not ours. */
  readonly secretsOf: (apiKey: string) => readonly string[];
  readonly now: Date;
}

export type CheckedToken =
  | { readonly kind: 'good'; readonly jti: string }
  | { readonly kind: 'bad'; readonly reason: ForgeryReason };

/**
 * A callback's JSON Web Token (RFC 7519), checked in this order: HS256 and nothing else, an account of ours, the
 * signature, the hash of the body, the time (https://developer.vonage.com/en/getting-started/concepts/webhooks#decoding-signed-webhooks).
 */
export function checkVonageToken({ token, body, secretsOf, now }: TokenCheck): CheckedToken {
  const parts = token.split('.');
  const [header = '', payload = '', signature = ''] = parts;
  if (parts.length !== 3 || token.length > 8192) {
    return bad('bad_signature');
  }
  if (decoded(header)?.get('alg') !== 'HS256') {
    return bad('wrong_algorithm');
  }
  const claims = decoded(payload);
  const apiKey = claims?.get('api_key');
  const secrets = typeof apiKey === 'string' ? secretsOf(apiKey) : [];
  if (claims === undefined || secrets.length === 0) {
    return bad('unknown_key');
  }
  if (!secrets.some((secret) => isSignature(signature, `${header}.${payload}`, secret))) {
    return bad('bad_signature');
  }
  const hash = claims.get('payload_hash');
  if (typeof hash !== 'string' || !sameSecret(hash.toLowerCase(), createHash('sha256').update(body).digest('hex'))) {
    return bad('body_changed');
  }
  const issuedAt = claims.get('iat');
  const jti = claims.get('jti');
  const fresh = typeof issuedAt === 'number' && Math.abs(now.getTime() - issuedAt * 1000) <= window;
  return fresh && typeof jti === 'string' && jti !== '' && jti.length <= 200 ? { kind: 'good', jti } : bad('stale');
}

function isSignature(given: string, signed: string, secret: string): boolean {
  const wanted = createHmac('sha256', secret).update(signed, 'ascii').digest();
  const bytes = base64url(given);
  return bytes !== undefined && bytes.length === wanted.length && timingSafeEqual(bytes, wanted);
}

function decoded(part: string): ReadonlyMap<string, unknown> | undefined {
  const bytes = base64url(part);
  return bytes === undefined ? undefined : membersOf(jsonOf(bytes));
}

/** Strict: Node's own decoder skips what it does not know. */
function base64url(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64url');
  return bytes.toString('base64url') === text ? bytes : undefined;
}

function bad(reason: ForgeryReason): CheckedToken {
  return { kind: 'bad', reason };
}
