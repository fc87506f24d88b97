import { describe, expect, it } from 'vitest';
import { readMessage } from '#shared/intake/reading/read-message.ts';
import { mentionsIn } from '#shared/report/mentions/mentions.ts';
import { inCountry } from '#test/support/sms/reading-contexts.ts';

const read = (text: string) => readMessage(text, inCountry('GB'));
const number = { sender: { type: 'phone', value: '+447700900123' } };

describe('T13: unicode tricks in a text message', () => {
  it.each([
    ['fullwidth', '０７７００９００１２３'],
    ['Arabic-Indic', '٠٧٧٠٠٩٠٠١٢٣'],
    ['Devanagari', '०७७००९००१२३'],
    ['mathematical', '𝟎𝟕𝟕𝟎𝟎𝟗𝟎𝟎𝟏𝟐𝟑'],
    ['with zero-width characters', '0\u200B7700\u2060900\uFEFF123'],
    ['keycap emoji', '0\uFE0F\u20E37\uFE0F\u20E3700900123'],
    ['between the marks that contacts are copied with', '\u202A07700900123\u202C'],
  ])('%s digits are the sender they show', (_, digits) => {
    expect(read(digits)).toMatchObject({ kind: 'sender', ...number });
    expect(read(`From ${digits}: You won`)).toMatchObject({ text: 'You won', sender: number });
    expect(read(`${digits}\nYou won`)).toMatchObject({ text: 'You won', sender: number });
  });

  it.each([
    ['turned around', '\u202E321009 00770'],
    ['turned around inside', '0770\u202E009\u202C00123'],
    ['isolated right to left', '\u206707700900123\u2069'],
    ['with a Cyrillic О', '0770О900123'],
    ['with a Latin O', '077OO900123'],
  ])('a number %s accuses nobody', (_, digits) => {
    expect(read(digits)).toMatchObject({ kind: 'text', sender: null });
    expect(read(`From: ${digits}\nYou won`)).toMatchObject({ kind: 'text', sender: null });
    expect(read(`CALL ${digits}`)).toMatchObject({ kind: 'text', sender: null });
    expect(mentionsIn(`Call ${digits} now`, { country: 'GB' }).numbers).not.toContain('+447700900321');
  });

  it.each(['ЅТОР', 'SТOP', 'STОP', 'ѕtop'])('%s in look-alike letters is no keyword', (text) => {
    expect(read(text).kind).toBe('text');
  });

  it.each(['ＳＴＯＰ', '𝐒𝐓𝐎𝐏', 'ⓈⓉⓄⓅ', 'S\u200DT\u200DO\u200DP', '\u202ASTOP\u202C'])(
    '%s in compatibility forms is the keyword that everybody reads',
    (text) => {
      expect(read(text)).toEqual({ kind: 'opt_out', language: null });
    },
  );

  it('a name in look-alike letters is no sender', () => {
    expect(read('НМRС')).toMatchObject({ kind: 'text', sender: null });
    expect(read('РауРаl')).not.toHaveProperty('couldBeSender');
  });

  it('a domain in look-alike letters shows what it is', () => {
    expect(mentionsIn('see раураl.com/login', { country: 'GB' }).domains).toEqual([
      { host: 'xn--l-7sba6dbr.com', registrable: 'xn--l-7sba6dbr.com' },
    ]);
  });

  it('names of object properties are words like others', () => {
    for (const text of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
      expect(['text', 'sender']).toContain(read(text).kind);
      expect(readMessage('STOP', { country: text, ownNumbers: [] }).kind).toBe('opt_out');
      expect(mentionsIn(text, { country: text })).toEqual({ domains: [], numbers: [], amounts: [] });
    }
  });

  it('what is stored has no control characters and no half of a pair, and keeps the rest as it came', () => {
    expect(read('You\u0000 w\u0085on \uD83D now 😀\u202E')).toMatchObject({ text: 'You won \uFFFD now 😀\u202E' });
  });

  it('a text cut at the longest that is read is never cut inside a character', () => {
    const reading = read(`x${'😀'.repeat(6_000)}`);
    expect(reading.kind === 'text' && reading.text.isWellFormed() && !reading.text.includes('\uFFFD')).toBe(true);
  });
});
