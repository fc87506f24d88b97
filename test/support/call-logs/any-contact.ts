import fc from 'fast-check';
import type { LoggedContact } from './logged-contact.ts';

const directions = ['in', 'missed', 'rejected', 'voicemail', 'out'] as const;
const inventedNumber = fc.integer({ min: 100, max: 199 }).map((last) => `+1202555${String(last).padStart(4, '0')}`);
const now = Date.UTC(2026, 10, 21) / 1000;
const letters = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({
    unit: fc.constantFrom(
      '<',
      '>',
      '&',
      '"',
      "'",
      ';',
      ',',
      '\n',
      '=',
      '😂',
      ' ',
      'a',
      '&amp;',
      '&#55357;',
      '/>',
      ']]>',
      '<sms ',
    ),
    maxLength: 20,
  }),
);
/** What a report keeps of a text. */
const kept = (text: string) => text.toWellFormed().replaceAll(/[^\P{Cc}\t\n\r]/gu, '');

/** Names that no program takes for a number or for nobody. */
const name = fc.oneof(
  fc.constant(''),
  letters.map((text) =>
    `Ann ${kept(text)
      .replaceAll(/[\t\r\n]/g, ' ')
      .trim()}`.trim(),
  ),
);

const call: fc.Arbitrary<LoggedContact> = fc.record({
  kind: fc.constant('call' as const),
  direction: fc.constantFrom(...directions),
  number: fc.oneof({ weight: 9, arbitrary: inventedNumber }, { weight: 1, arbitrary: fc.constant('withheld') }),
  at: fc.integer({ min: Date.UTC(2010, 0, 1) / 1000, max: now }),
  seconds: fc.integer({ min: 0, max: 20_000 }),
  name,
  text: fc.constant(''),
});

const text: fc.Arbitrary<LoggedContact> = fc.record({
  kind: fc.constant('text' as const),
  direction: fc.constantFrom('in' as const, 'out' as const),
  number: inventedNumber,
  at: fc.integer({ min: Date.UTC(2010, 0, 1) / 1000, max: now }),
  seconds: fc.constant(0),
  name,
  text: letters.map(kept),
});

/** Any call or text that a log could hold. */
export const anyContact: fc.Arbitrary<LoggedContact> = fc.oneof(call, text);
