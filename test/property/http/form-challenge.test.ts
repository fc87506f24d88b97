import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkChallenge, issueChallenge } from '#shared/http/form-challenge.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import { solveChallenge } from '#test/support/http/solve-challenge.ts';

const hash = keyedHash('a secret for tests', 'form');
const now = new Date('2026-11-21T12:00:00Z');
const bits = fc.integer({ min: 1, max: 8 });
const wait = fc.integer({ min: 5, max: 120 });

test('whoever solves passes at once; whoever does not passes after the wait and not before', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), bits, wait, fc.nat(3600), (form, nonce, zeros, seconds, age) => {
      const context = { hash, form, nonce, now };
      const challenge = issueChallenge(context, zeros, seconds);
      expect(checkChallenge(context, challenge, solveChallenge(challenge, zeros)).kind).toBe('solved');
      const later = { ...context, now: new Date(now.getTime() + age * 1000) };
      expect(checkChallenge(later, challenge, '')).toEqual(
        age >= seconds ? { kind: 'waited' } : { kind: 'not_yet', secondsLeft: seconds - age },
      );
    }),
    { numRuns: 200 },
  );
});

test('nothing but what we issued for this form and token is ours, and nothing breaks the check', () => {
  const context = { hash, form: 'call', nonce: 'n', now };
  const challenge = issueChallenge(context, 1, 5);
  fc.assert(
    fc.property(
      fc.nat(challenge.length - 1),
      fc.string({ minLength: 1, maxLength: 3 }),
      fc.string(),
      (at, put, proof) => {
        const changed = `${challenge.slice(0, at)}${put}${challenge.slice(at + 1)}`;
        if (changed !== challenge) {
          expect(checkChallenge(context, changed, proof).kind).toBe('not_ours');
        }
        expect(checkChallenge(context, proof, put).kind).toBe('not_ours');
      },
    ),
    { numRuns: 500 },
  );
});
