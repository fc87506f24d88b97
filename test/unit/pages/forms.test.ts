import { describe, expect, test } from 'vitest';
import { acceptedLanguage } from '#shared/http/accepted-language.ts';
import { readForm } from '#shared/http/form-body.ts';
import { issueToken, openToken } from '#shared/http/form-token.ts';
import type { HttpRequest } from '#shared/http/message.ts';
import { isFromElsewhere } from '#shared/http/same-site.ts';
import { languages } from '#shared/intake/language.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';

const request = (body: string, headers: Record<string, string> = {}): HttpRequest => ({
  route: 'POST /call',
  method: 'POST',
  path: '/call',
  parameters: {},
  query: {},
  rawQuery: '',
  headers: { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8', ...headers },
  body: Buffer.from(body),
  requestId: 'request-1',
  sourceAddress: '192.0.2.1',
});

describe('a form', () => {
  test('is read as browsers send it; of a repeated field the last value counts', () => {
    expect(readForm(request('a=1+2&b=%C3%A9%0D%0Af&a=3'), 100)).toEqual({
      kind: 'form',
      fields: new Map([
        ['a', '3'],
        ['b', 'é\nf'],
      ]),
    });
  });

  test.each([
    ['a'.repeat(101), {}, 'too_large'],
    ['a=1', { 'content-type': 'text/plain' }, 'not_a_form'],
    [Array.from({ length: 101 }, (_, index) => `f${index}=`).join('&'), {}, 'not_a_form'],
  ])('is refused otherwise', (body, headers, kind) => {
    expect(readForm(request(body, headers), kind === 'too_large' ? 100 : 10_000).kind).toBe(kind);
  });
});

describe('a token', () => {
  const hash = keyedHash('a secret for tests', 'form');
  const at = (time: string) => ({ hash, form: 'call', now: new Date(time) });
  const token = issueToken(at('2026-11-21T12:00:00Z'), (bytes) => new Uint8Array(bytes).fill(7));

  test('opens its own form for a day', () => {
    expect(openToken(at('2026-11-22T11:59:00Z'), token)).toMatchObject({
      kind: 'good',
      nonce: 'BwcHBwcHBwcHBwcHBwcHBw',
    });
    expect(openToken(at('2026-11-22T12:01:00Z'), token).kind).toBe('expired');
  });

  test.each(['', 'x', '..', token.slice(1), `${token}x`, token.replace('Bw', 'Cw'), 'a'.repeat(500)])(
    'that was invented or altered opens nothing',
    (forged) => {
      expect(openToken(at('2026-11-21T12:00:00Z'), forged).kind).toBe('not_ours');
    },
  );

  test('opens no other form', () => {
    expect(openToken({ ...at('2026-11-21T12:00:00Z'), form: 'text' }, token).kind).toBe('not_ours');
  });
});

test.each([
  [{ 'sec-fetch-site': 'same-origin' }, false],
  [{ 'sec-fetch-site': 'none' }, false],
  [{ 'sec-fetch-site': 'cross-site' }, true],
  [{ 'sec-fetch-site': 'same-site' }, true],
  [{}, false],
  [{ origin: 'null' }, false],
  [{ origin: 'https://ours.example' }, false],
  [{ origin: 'https://evil.example' }, true],
  [{ origin: 'nonsense' }, true],
])('%j comes from elsewhere: %s', (headers, elsewhere) => {
  expect(isFromElsewhere(request('', { ...headers }), 'ours.example')).toBe(elsewhere);
});

test.each([
  ['de-AT, en;q=0.5', 'de'],
  ['ja, fr;q=0.4, ru;q=0.6', 'ru'],
  ['ja', null],
  [undefined, null],
  ['en;q=0, *', null],
  ['es;q=9, hi;q=0.1', 'hi'],
])('of %s we speak %s', (header, language) => {
  expect(acceptedLanguage(header, languages)).toBe(language);
});
