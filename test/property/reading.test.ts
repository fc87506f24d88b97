import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keywordRows } from '#shared/intake/reading/keyword-table.ts';
import { readMessage } from '#shared/intake/reading/read-message.ts';
import { messageText } from '#shared/report/free-text.ts';
import { mentionsIn } from '#shared/report/mentions/mentions.ts';
import { labelledTexts } from '#test/support/sms/labelled-texts.ts';
import { inCountry } from '#test/support/sms/reading-contexts.ts';

const countries = fc.constantFrom('US', 'GB', 'IN', 'FR', 'ES', 'RU', 'DE', 'BR', null, '__proto__');
const anything = fc.string({ unit: 'binary', maxLength: 300 });
/** Strings that get far into the reading. */
const nearlyForwards = fc
  .array(
    fc.constantFrom(
      ...[
        'From',
        'From: ',
        'De : ',
        'Von: ',
        'От: ',
        'प्रेषक: ',
        'Fwd: ',
        'Forwarded from:\n',
        '> ',
        '\n',
        '\n\n',
        ': ',
        ', ',
      ],
      ...[
        '+44 7700 900123',
        '07700900123',
        '87077',
        'VM-HDFCBK',
        'HMRC',
        'a@example.com',
        '(',
        ')',
        '<',
        '>',
        '[',
        ']',
      ],
      ...[
        '21/11/26',
        '21/11/2026, 10:00',
        ' - ',
        'COMP TEL NO ',
        'CALL ',
        'STATUS ',
        'STOP',
        '(1/2)',
        'K7Q29MZD4TWX81CB',
      ],
      ...[
        'You won',
        ' wrote:',
        'Date: ',
        'MSG: ',
        'www.example.com',
        '£1.50',
        '\u202E',
        '\u200B',
        '\u0000',
        '\uD800',
        '😀',
        '“',
      ],
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(''));
const messages = fc.oneof(anything, nearlyForwards);

const storable = messageText(10_000);

describe('any message', () => {
  it('is read without a fault, into something that can be stored', () => {
    fc.assert(
      fc.property(messages, countries, (message, country) => {
        const reading = readMessage(message, inCountry(country));
        mentionsIn(message, { country });
        const text = reading.kind === 'text' || reading.kind === 'complete' ? reading.text : null;
        expect(text === null || (text !== '' && storable.safeParse(text).success)).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });

  it('never accuses our own numbers or an emergency service', () => {
    fc.assert(
      fc.property(messages, fc.constantFrom('7726', '+14155550100', '112', '911'), (message, number) => {
        for (const text of [`From ${number}: ${message}`, `${number}\n${message}`, `CALL ${number}`, message]) {
          const reading = readMessage(text, inCountry('US'));
          const sender = reading.kind === 'text' ? reading.sender?.sender : reading.kind === 'sender' && reading.sender;
          expect(['7726', '+14155550100', '112', '911']).not.toContain(sender ? sender.value : null);
        }
      }),
      { numRuns: 300 },
    );
  });
});

const texts = fc.constantFrom(...labelledTexts.map(({ text }) => text));
const senders = fc.oneof(
  fc.integer({ min: 100_000, max: 999_999 }).map((digits) => `+447700${digits}`),
  fc.integer({ min: 2_000_000, max: 9_999_999 }).map((digits) => `+1413${digits}`),
);
const wrappers: ReadonlyArray<(sender: string, text: string) => string> = [
  (sender, text) => `From ${sender}: ${text}`,
  (sender, text) => `From: ${sender}\n${text}`,
  (sender, text) => `${sender}\n${text}`,
  (sender, text) => `Forwarded from:\nSome Body\n${sender}\n\n${text}`,
  (sender, text) => `From: Some Body (${sender})\n${text}`,
  (sender, text) => `Fwd: From: ${sender}\n${text}`,
  (sender, text) => `> From: ${sender}\n> ${text}`,
  (sender, text) => `[21/11/2026, 10:00] ${sender}: ${text}`,
  (sender, text) => `${text}\nFrom: ${sender}`,
  (sender, text) => `De : ${sender}\n${text}`,
  (sender, text) => `Von: Jemand (${sender})\n${text}`,
  (sender, text) => `Переслано от: ${sender}\n${text}`,
  (sender, text) => `${sender} द्वारा: ${text}`,
];

describe('a forward', () => {
  it('gives back the sender and the text that were wrapped', () => {
    fc.assert(
      fc.property(fc.constantFrom(...wrappers), senders, texts, (wrap, sender, text) => {
        expect(readMessage(wrap(sender, text), inCountry('GB'))).toMatchObject({
          kind: 'text',
          text,
          sender: { sender: { type: 'phone', value: sender } },
        });
      }),
      { numRuns: 600 },
    );
  });

  it('in pieces gives back each piece', () => {
    fc.assert(
      fc.property(senders, texts, fc.integer({ min: 1, max: 3 }), (sender, text, number) => {
        expect(readMessage(`From ${sender}: (${number}/3) ${text}`, inCountry('GB'))).toMatchObject({
          text,
          piece: { number, total: 3 },
        });
      }),
      { numRuns: 100 },
    );
  });
});

const keywords = keywordRows.flatMap(([kind, language, words]) =>
  words.split('|').map((word) => ({ kind, language, word })),
);
const decorations = fc.constantFrom<(word: string) => string>(
  (word) => word,
  (word) => word.toUpperCase(),
  (word) => ` ${word}\n`,
  (word) => `"${word}"`,
  (word) => `“${word}.”`,
  (word) => `${word}!!`,
  (word) => word.normalize('NFD'),
  (word) => [...word].join('\u200B'),
);

describe('a keyword', () => {
  it('acts in every spelling of case, quotes, final punctuation and normal form', () => {
    fc.assert(
      fc.property(fc.constantFrom(...keywords), decorations, ({ kind, language, word }, decorate) => {
        expect(readMessage(decorate(word), inCountry('US'))).toMatchObject({ kind, language });
      }),
      { numRuns: 800 },
    );
  });

  it('means one thing only', () => {
    const seen = keywords.map(({ word }) => word.toLowerCase());
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('with anything said around it is a text', () => {
    const said = fc.constantFrom(
      'paying too much',
      'now, click deals.example.com',
      'сейчас',
      'das ist wichtig',
      '£500',
      'अभी',
    );
    fc.assert(
      fc.property(fc.constantFrom(...keywords), said, fc.boolean(), ({ word }, words, first) => {
        const message = first ? `${word} ${words}` : `${words} ${word}`;
        expect(readMessage(message, inCountry('US'))).toMatchObject({ kind: 'text', text: message });
      }),
      { numRuns: 800 },
    );
  });
});
