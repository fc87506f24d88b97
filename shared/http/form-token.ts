import { timingSafeEqual } from 'node:crypto';
import type { KeyedHash } from '#shared/runtime/keyed-hash.ts';

/** How long a page may lie open before its form is sent. */
const goodForSeconds = 24 * 3600;

export type OpenedToken =
  /** `nonce`: 22 characters that no other form has; `issuedAt`: when the form was first shown, to the second. */
  | { readonly kind: 'good'; readonly nonce: string; readonly issuedAt: Date }
  | { readonly kind: 'expired' }
  | { readonly kind: 'not_ours' };

interface TokenContext {
  readonly hash: KeyedHash;
  /** What the form is and, where it is about a report, about which: a token serves no other form. */
  readonly form: string;
  readonly now: Date;
}

/** A token for one form on one page: shows that the page is ours, and names the sending so that a repeat is known. */
export function issueToken(context: TokenContext, random: (bytes: number) => Uint8Array): string {
  const nonce = Buffer.from(random(16)).toString('base64url');
  const issued = Math.floor(context.now.getTime() / 1000).toString(36);
  return `${issued}.${nonce}.${macOf(context, issued, nonce)}`;
}

export function openToken(context: TokenContext, token: string): OpenedToken {
  const [issued = '', nonce = '', mac = ''] = token.length > 100 ? [] : token.split('.');
  const wanted = Buffer.from(macOf(context, issued, nonce));
  const given = Buffer.from(mac);
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) {
    return { kind: 'not_ours' };
  }
  const issuedAt = new Date(Number.parseInt(issued, 36) * 1000);
  const age = (context.now.getTime() - issuedAt.getTime()) / 1000;
  return age > goodForSeconds ? { kind: 'expired' } : { kind: 'good', nonce, issuedAt };
}

function macOf({ hash, form }: TokenContext, issued: string, nonce: string): string {
  return hash(JSON.stringify([form, issued, nonce]))
    .subarray(0, 16)
    .toString('base64url');
}
