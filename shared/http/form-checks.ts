import type { KeyedHash } from '#shared/runtime/keyed-hash.ts';
import { busyHeader } from './busy-header.ts';
import { checkChallenge, issueChallenge } from './form-challenge.ts';
import type { OpenedToken } from './form-token.ts';

/** How forms are guarded (`limits.forms` of the settings). */
export interface FormChecks {
  readonly hastySeconds: number;
  readonly proofBits: number;
  readonly waitSeconds: number;
}

/** Fields beside the form's own. No person sees the trap: it is off the page, out of the tab order and hidden from readers. */
export const checkFields = { trap: 'homepage', challenge: 'challenge', proof: 'proof' } as const;

interface Sending {
  readonly hash: KeyedHash;
  readonly form: string;
  readonly token: Extract<OpenedToken, { readonly kind: 'good' }>;
  readonly fields: ReadonlyMap<string, string>;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly now: Date;
}

export type FormVerdict =
  | { readonly kind: 'take' }
  /**
   * Show the form again with everything in it and this challenge: a script solves it and sends; without scripts the
   * person sends again after so many seconds. Nobody is refused for good.
   */
  | { readonly kind: 'ask'; readonly challenge: string; readonly bits: number; readonly secondsLeft: number };

/**
 * Judges a form with a good token. Asked are those who fill in what people cannot see (a browser that fills in by itself
 * may do so, too), who send sooner than anybody types, and whose address the edge marked. Pure: nothing is kept.
 */
export function judgeForm(sending: Sending, checks: FormChecks | null): FormVerdict {
  if (checks === null || !isSuspicious(sending, checks)) {
    return { kind: 'take' };
  }
  const { hash, form, token, fields, now } = sending;
  const context = { hash, form, nonce: token.nonce, now };
  const challenge = fields.get(checkFields.challenge) ?? '';
  const answered = checkChallenge(context, challenge, fields.get(checkFields.proof) ?? '');
  switch (answered.kind) {
    case 'solved':
    case 'waited':
      return { kind: 'take' };
    case 'not_yet':
      return { kind: 'ask', challenge, bits: checks.proofBits, secondsLeft: answered.secondsLeft };
    case 'expired':
    case 'not_ours':
      return {
        kind: 'ask',
        challenge: issueChallenge(context, checks.proofBits, checks.waitSeconds),
        bits: checks.proofBits,
        secondsLeft: checks.waitSeconds,
      };
  }
}

function isSuspicious({ token, fields, headers, now }: Sending, { hastySeconds }: FormChecks): boolean {
  const age = (now.getTime() - token.issuedAt.getTime()) / 1000;
  return (fields.get(checkFields.trap) ?? '') !== '' || age < hastySeconds || headers[busyHeader] !== undefined;
}
