import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mailboxOf } from '#shared/report/contact-proof/mailbox.ts';
import { proofToken, proves, readProofToken } from '#shared/report/contact-proof/proof-token.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';

const hash = keyedHash('a secret for tests', 'contact-proof');
const subject = fc.record({
  reportId: fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 32, maxLength: 32 }),
  email: fc.constantFrom('sam@example.com', 'pat@example.com', 'kim@example.org'),
  emailSince: fc.integer({ min: 1, max: 1001 }),
});
const expiresAt = fc.integer({ min: 0, max: 2 ** 32 - 1 }).map((seconds) => new Date(seconds * 1000));

const opens = (token: string, of: Parameters<typeof proofToken>[0], key = hash) => {
  const read = readProofToken(token);
  return read !== null && proves(read, of, key);
};

test('a token reads back as what it was made of, and fits in a link', () => {
  fc.assert(
    fc.property(subject, expiresAt, (of, until) => {
      const token = proofToken(of, until, hash);
      expect(token).toMatch(/^[A-Za-z0-9_-]{48}$/);
      expect(readProofToken(token)).toMatchObject({ reportId: of.reportId, expiresAt: until });
      expect(opens(token, of)).toBe(true);
      expect(opens(token, { ...of, email: ` ${of.email.toUpperCase()} ` })).toBe(true);
    }),
  );
});

test('a token proves nothing but what it was made of', () => {
  fc.assert(
    fc.property(subject, subject, expiresAt, (of, other, until) => {
      fc.pre(JSON.stringify(of) !== JSON.stringify(other));
      expect(opens(proofToken(of, until, hash), other)).toBe(false);
    }),
  );
});

test('a token with any character changed is none, its expiry with it', () => {
  fc.assert(
    fc.property(subject, expiresAt, fc.nat({ max: 47 }), fc.constantFrom(...'AZaz09-_'), (of, until, place, to) => {
      const token = proofToken(of, until, hash);
      fc.pre(token[place] !== to);
      expect(opens(token.slice(0, place) + to + token.slice(place + 1), of)).toBe(false);
    }),
  );
});

test('a token of another purpose or deployment is none', () => {
  fc.assert(
    fc.property(subject, expiresAt, (of, until) => {
      expect(opens(proofToken(of, until, keyedHash('a secret for tests', 'form')), of)).toBe(false);
      expect(opens(proofToken(of, until, keyedHash('another secret', 'contact-proof')), of)).toBe(false);
    }),
  );
});

test('whatever is written as a token is read or refused, never a fault', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ minLength: 48, maxLength: 48 }), fc.base64String()), (text) => {
      const read = readProofToken(text);
      expect(read === null || (text.length === 48 && /^[0-9a-f]{32}$/.test(read.reportId))).toBe(true);
    }),
  );
});

test('spellings of one mailbox count as one', () => {
  const local = fc.string({ unit: fc.constantFrom(...'abcxyz019_'), minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(local, local, fc.nat(), (name, tag, place) => {
      const at = 1 + (place % name.length);
      const dotted = at < name.length ? `${name.slice(0, at)}.${name.slice(at)}` : name;
      const mailbox = mailboxOf(`${name}@example.com`);
      expect(mailboxOf(`${dotted.toUpperCase()}+${tag}@Example.COM`)).toBe(mailbox);
      expect(mailboxOf(mailbox)).toBe(mailbox);
      expect(mailboxOf(`${name}@example.org`)).not.toBe(mailbox);
    }),
  );
});
