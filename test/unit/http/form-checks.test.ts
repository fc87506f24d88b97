import { webcrypto } from 'node:crypto';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { busyHeader } from '#shared/http/busy-header.ts';
import { checkChallenge, issueChallenge, zeroBits } from '#shared/http/form-challenge.ts';
import { checkFields, judgeForm } from '#shared/http/form-checks.ts';
import { issueToken, openToken } from '#shared/http/form-token.ts';
import { proofScript } from '#shared/http/proof-script.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import { solveChallenge } from '#test/support/http/solve-challenge.ts';

const hash = keyedHash('a secret for tests', 'form');
const shown = new Date('2026-11-21T12:00:00Z');
const secondsIn = (seconds: number) => new Date(shown.getTime() + seconds * 1000);
const checks = { hastySeconds: 3, proofBits: 8, waitSeconds: 20 };

function goodToken(now: Date) {
  const token = openToken(
    { hash, form: 'call', now },
    issueToken({ hash, form: 'call', now: shown }, () => Buffer.alloc(16, 7)),
  );
  if (token.kind !== 'good') {
    throw new Error(`the token is ${token.kind}`);
  }
  return token;
}

const judge = (seconds: number, fields: Record<string, string> = {}, headers: Record<string, string> = {}) =>
  judgeForm(
    {
      hash,
      form: 'call',
      token: goodToken(secondsIn(seconds)),
      fields: new Map(Object.entries(fields)),
      headers,
      now: secondsIn(seconds),
    },
    checks,
  );
const busy = { [busyHeader]: '1' };

function asked(verdict: ReturnType<typeof judge>) {
  if (verdict.kind !== 'ask') {
    throw new Error('nothing was asked');
  }
  return verdict;
}

test('a token tells when its form was shown', () => {
  expect(goodToken(secondsIn(60)).issuedAt).toEqual(shown);
});

describe('a form', () => {
  test('of a person who takes three seconds is taken', () => {
    expect(judge(3)).toEqual({ kind: 'take' });
    expect(judge(3600, { [checkFields.trap]: '' })).toEqual({ kind: 'take' });
  });

  test.each([
    ['sent sooner than anybody types', 2, {}, {}],
    ['with the field that nobody sees', 60, { [checkFields.trap]: 'https://buy.example' }, {}],
    ['of an address that the edge marked', 60, {}, busy],
  ])('%s is asked for a proof, or to wait', (_, seconds, fields, headers) => {
    expect(judge(seconds, fields, headers)).toEqual({
      kind: 'ask',
      challenge: expect.any(String),
      bits: 8,
      secondsLeft: 20,
    });
  });

  test('is taken with the proof at once', () => {
    const { challenge } = asked(judge(60, {}, busy));
    expect(judge(61, { challenge, proof: solveChallenge(challenge, 8) }, busy)).toEqual({ kind: 'take' });
  });

  test('is taken without scripts after the wait, and told how long is left before', () => {
    const { challenge } = asked(judge(60, {}, busy));
    expect(judge(65, { challenge, proof: '' }, busy)).toEqual({ kind: 'ask', challenge, bits: 8, secondsLeft: 15 });
    expect(judge(80, { challenge }, busy)).toEqual({ kind: 'take' });
  });

  test('that was too quick is taken when sent again a little later', () => {
    asked(judge(1));
    expect(judge(4)).toEqual({ kind: 'take' });
  });

  test('is taken at any pace where forms are not checked', () => {
    const sending = {
      hash,
      form: 'call',
      token: goodToken(secondsIn(0)),
      fields: new Map(),
      headers: busy,
      now: secondsIn(0),
    };
    expect(judgeForm(sending, null)).toEqual({ kind: 'take' });
  });

  test.each(['', 'x', '....', '9'.repeat(5000), 'a.8.20.AAAAAAAAAAAAAAAAAAAAAA'])(
    'with a made-up challenge is asked anew (%#)',
    (challenge) => {
      expect(asked(judge(60, { challenge, proof: '1' }, busy)).challenge).not.toBe(challenge);
    },
  );
});

describe('a challenge', () => {
  const context = { hash, form: 'call', nonce: 'nonce-1', now: shown };
  const challenge = issueChallenge(context, 8, 20);
  const proof = solveChallenge(challenge, 8);

  test('serves its own form, token and hour only', () => {
    expect(checkChallenge(context, challenge, proof).kind).toBe('solved');
    expect(checkChallenge({ ...context, form: 'text' }, challenge, proof).kind).toBe('not_ours');
    expect(checkChallenge({ ...context, nonce: 'nonce-2' }, challenge, proof).kind).toBe('not_ours');
    expect(checkChallenge({ ...context, hash: keyedHash('another', 'form') }, challenge, proof).kind).toBe('not_ours');
    expect(checkChallenge({ ...context, now: secondsIn(3601) }, challenge, proof).kind).toBe('expired');
  });

  test('cannot be made easier, shorter or older', () => {
    const [issued = '', bits = '', wait = '', mac = ''] = challenge.split('.');
    const long = Math.floor(shown.getTime() / 1000 - 30).toString(36);
    for (const forged of [
      `${issued}.0.${wait}.${mac}`,
      `${issued}.${bits}.0.${mac}`,
      `${long}.${bits}.${wait}.${mac}`,
      `${challenge}.more`,
      challenge.slice(0, -1),
    ]) {
      expect(checkChallenge(context, forged, '1').kind, forged).toBe('not_ours');
    }
  });

  test('takes no proof that is too long, and none that is wrong', () => {
    expect(checkChallenge(context, challenge, proof.padStart(17, '0')).kind).toBe('not_yet');
    let wrong = 0;
    while (zeroBits(challenge, `w${wrong}`) >= 8) {
      wrong += 1;
    }
    expect(checkChallenge(context, challenge, `w${wrong}`)).toEqual({ kind: 'not_yet', secondsLeft: 20 });
  });

  test('is no token, and a token is no challenge', () => {
    const token = issueToken({ hash, form: 'call', now: shown }, () => Buffer.alloc(16, 1));
    expect(openToken({ hash, form: 'call', now: shown }, challenge).kind).toBe('not_ours');
    expect(checkChallenge(context, token, proof).kind).toBe('not_ours');
  });
});

describe('the script in the browser', () => {
  /** A page that asks; resolves with the proof when the script sends its form. */
  const run = (challenge: string, { bits = 8, wait = 20, crypto = webcrypto as unknown }) =>
    new Promise<string>((resolve) => {
      const proof = { value: '' };
      const form = { elements: { namedItem: () => proof }, requestSubmit: () => resolve(proof.value) };
      const field = { form, value: challenge, dataset: { bits: String(bits), wait: String(wait) } };
      runInNewContext(proofScript, {
        ...{ document: { querySelector: () => field }, crypto, TextEncoder, setTimeout },
        performance: { getEntriesByType: () => [{ type: 'navigate' }] },
      });
    });
  const context = { hash, form: 'call', nonce: 'nonce-1', now: shown };

  test('finds a proof that the server takes, and sends the form', async () => {
    const challenge = issueChallenge(context, 11, 20);
    const proof = await run(challenge, { bits: 11 });
    expect(checkChallenge(context, challenge, proof)).toEqual({ kind: 'solved' });
  });

  test('sends without a proof when the wait is over, or where the browser cannot hash', async () => {
    expect(await run('x', { bits: 200, wait: 0.05 })).toBe('');
    expect(await run('x', { wait: 0.01, crypto: null })).toBe('');
  });

  test('does nothing for somebody who came back to the page: they would never get past it', () => {
    const field = {
      get form(): never {
        throw new Error('begins all the same');
      },
    };
    const arrivedBy = (type: string) => () =>
      runInNewContext(proofScript, {
        document: { querySelector: () => field },
        performance: { getEntriesByType: () => [{ type }] },
      });
    expect(arrivedBy('navigate')).toThrow('begins all the same');
    expect(arrivedBy('back_forward')).not.toThrow();
  });

  test('does nothing on a page that asks nothing, and is small', () => {
    runInNewContext(proofScript, { document: { querySelector: () => null } });
    expect(proofScript.length).toBeLessThan(1500);
  });
});
