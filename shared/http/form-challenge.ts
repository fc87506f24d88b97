import { createHash, timingSafeEqual } from 'node:crypto';
import type { KeyedHash } from '#shared/runtime/keyed-hash.ts';

/** After so long a challenge is asked anew. */
const goodForSeconds = 3600;
/** A number within a double. */
const aProof = /^\d{1,16}$/;

interface ChallengeContext {
  readonly hash: KeyedHash;
  /** The form and the nonce of its token: a challenge serves no other sending. */
  readonly form: string;
  readonly nonce: string;
  readonly now: Date;
}

export type Answered =
  /** With a proof of work, or by waiting. */
  | { readonly kind: 'solved' | 'waited' }
  | { readonly kind: 'not_yet'; readonly secondsLeft: number }
  | { readonly kind: 'expired' | 'not_ours' };

/**
 * A task for whoever sends a form: find a number so that the SHA-256 of `<challenge>:<number>` begins with so many zero
 * bits (hashcash, http://www.hashcash.org/hashcash.pdf), or wait. We keep nothing: the token's nonce names the report, so
 * a proof serves one report however often it is sent.
 */
export function issueChallenge(context: ChallengeContext, bits: number, waitSeconds: number): string {
  const issued = Math.floor(context.now.getTime() / 1000).toString(36);
  return `${issued}.${bits}.${waitSeconds}.${macOf(context, [issued, String(bits), String(waitSeconds)])}`;
}

export function checkChallenge(context: ChallengeContext, challenge: string, proof: string): Answered {
  const [issued = '', bits = '', wait = '', mac = ''] = challenge.length > 100 ? [] : challenge.split('.');
  const wanted = Buffer.from(macOf(context, [issued, bits, wait]));
  const given = Buffer.from(mac);
  // What stands after the MAC is not signed.
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted) || !challenge.endsWith(`.${mac}`)) {
    return { kind: 'not_ours' };
  }
  const age = context.now.getTime() / 1000 - Number.parseInt(issued, 36);
  if (age > goodForSeconds) {
    return { kind: 'expired' };
  }
  if (aProof.test(proof) && zeroBits(challenge, proof) >= Number(bits)) {
    return { kind: 'solved' };
  }
  const secondsLeft = Math.ceil(Number(wait) - age);
  return secondsLeft <= 0 ? { kind: 'waited' } : { kind: 'not_yet', secondsLeft };
}

/** Zero bits at the beginning of the hash of a challenge with this proof. */
export function zeroBits(challenge: string, proof: string): number {
  const digest = createHash('sha256').update(`${challenge}:${proof}`, 'utf8').digest();
  const first = digest.findIndex((byte) => byte !== 0);
  return first < 0 ? digest.length * 8 : first * 8 + Math.clz32(digest[first] ?? 0) - 24;
}

function macOf({ hash, form, nonce }: ChallengeContext, parts: readonly string[]): string {
  // Form tokens are hashed from three parts, so neither passes for the other.
  return hash(JSON.stringify(['challenge', form, nonce, ...parts]))
    .subarray(0, 16)
    .toString('base64url');
}
