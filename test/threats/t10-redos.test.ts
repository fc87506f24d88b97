import { checkSync } from 'recheck';
import { describe, expect, it } from 'vitest';
import { readMessage } from '#shared/intake/reading/read-message.ts';
import { mentionsIn } from '#shared/report/mentions/mentions.ts';
import { regexLiterals } from '#test/support/regex-literals.ts';

/** Quadratic at worst, and never given more than a few hundred characters. */
const bounded: ReadonlyMap<string, string> = new Map([
  ['shared/sender/number-text.ts', 'a sender has at most 254 characters (character-rules.ts)'],
  ['shared/runtime/source-frames.ts', 'a line of our own stack traces'],
]);

const literals = regexLiterals(['shared', 'functions']);

describe('T10: expressions that backtrack', () => {
  it('are looked for in all of them', () => {
    expect(literals.length).toBeGreaterThan(300);
  });

  it('are none, but for a few on bounded input', () => {
    const slow = literals.flatMap(({ file, source, flags }) => {
      const found = checkSync(source, flags);
      const isBounded = found.status === 'vulnerable' && found.complexity.type === 'polynomial' && bounded.has(file);
      return found.status === 'safe' || isBounded ? [] : [`${file}: /${source}/${flags} ${found.status}`];
    });
    expect(slow).toEqual([]);
  });
});

const length = 10_000;
const filled = (part: string) => part.repeat(Math.ceil(length / part.length)).slice(0, length);

const nasty = [
  'a',
  '1',
  '1 ',
  '0871 555 0123 ',
  '+',
  '+1(',
  '((',
  '[',
  '<',
  '>\n',
  '\n',
  ' ',
  '.',
  'a.',
  'a-.',
  'www.',
  'http://',
  'a@',
  '£1,',
  '1,000 ',
  'From: ',
  'From:\n',
  'From +44',
  'Fwd: ',
  'wrote: ',
  'text to ',
  '12345 ',
  '21/11/26, ',
  'CALL ',
  '"',
  '!',
  '\u200B',
  '\u202E',
  '١',
  '\u0301',
  '👨‍👩‍👧',
  'ﷺ',
  '\uD800',
].map(filled);

describe('T10: a text of ten thousand characters made to be slow', () => {
  it.each(nasty.map((text) => [text.slice(0, 12), text] as const))('of %j is read in no time', (_, text) => {
    const start = performance.now();
    for (const country of ['US', 'GB', 'IN', 'DE', null]) {
      readMessage(text, { country, ownNumbers: [] });
      readMessage(`From +447700900123: ${text}`, { country, ownNumbers: [] });
      mentionsIn(text, { country });
    }
    // Fifteen readings; each takes milliseconds, and a quadratic one would take seconds.
    expect(performance.now() - start).toBeLessThan(3_000);
  });

  it('of a million characters takes no longer: the rest is not looked at', () => {
    const start = performance.now();
    expect(readMessage('1 '.repeat(500_000), { country: 'GB', ownNumbers: [] }).kind).toBe('text');
    mentionsIn('a.'.repeat(500_000), { country: 'GB' });
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});
