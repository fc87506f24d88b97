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

  // A slow machine is given time, so that what it finds is what a quick one finds.
  it('are none, but for a few on bounded input', { timeout: 600_000 }, () => {
    const slow = literals.flatMap(({ file, source, flags }) => {
      const found = checkSync(source, flags, { timeout: 120_000 });
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
  it.each(nasty.map((text) => [text.slice(0, 12), text] as const))('of %j is read', (_, text) => {
    for (const country of ['US', 'GB', 'IN', 'DE', null]) {
      readMessage(text, { country, ownNumbers: [] });
      readMessage(`From +447700900123: ${text}`, { country, ownNumbers: [] });
      mentionsIn(text, { country });
    }
  });

  it('is all that is looked at of a million', () => {
    const start = filled('Win now at x.example ');
    const end = ' call 020 7946 0123 or open later.example '.repeat(25_000);
    const context = { country: 'GB', ownNumbers: [] };
    expect(readMessage(start + end, context)).toEqual(readMessage(start, context));
    expect(mentionsIn(start + end, context)).toEqual(mentionsIn(start, context));
    expect(mentionsIn(end, context)).not.toEqual(mentionsIn(start, context));
  });
});
