import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displaySender } from '#shared/sender/display-sender.ts';
import { parseLine } from '#shared/sender/parse-line.ts';
import { parseSender } from '#shared/sender/parse-sender.ts';
import type { Sender } from '#shared/sender/sender.ts';
import { senderKey } from '#shared/sender/sender-key.ts';
import { spellings } from '#test/unit/sender/spellings.ts';

const contexts = fc.record({
  country: fc.constantFrom(
    'US',
    'BM',
    'GB',
    'DE',
    'AT',
    'IT',
    'RU',
    'BY',
    'HU',
    'AR',
    'BR',
    'MX',
    'IN',
    'SG',
    'AU',
    'FR',
    null,
    'AQ',
    '__proto__',
  ),
  kind: fc.constantFrom('call' as const, 'text' as const),
});

const anything = fc.string({ unit: 'binary', maxLength: 60 });
/** Strings that get far into the parser. */
const nearlyNumbers = fc.string({
  unit: fc.constantFrom(...'00112233456789+()-./~ xX#;=@ABCdefghiß٤９४\u200B\u00AD\u202E\u0000'),
  maxLength: 26,
});
const digits = fc
  .string({ unit: fc.constantFrom(...'0123456789'), maxLength: 17 })
  .chain((national) =>
    fc.constantFrom(
      national,
      `+${national}`,
      `0${national}`,
      `00${national}`,
      `1${national}`,
      `+1${national}`,
      `+44${national}`,
    ),
  );
const texts = fc.oneof(anything, nearlyNumbers, digits);

const shapes: Readonly<Record<Sender['type'], RegExp>> = {
  phone: /^\+[1-9]\d{5,14}$/,
  short_code: /^[1-9]\d{2,7}$/,
  alphanumeric: /^(?=.*\p{L})[\p{L}\d][\p{L}\d &.'_+!*#/,-]{0,10}$/u,
  email: /^[!-~]{1,64}@[a-z0-9.-]{3,253}$/,
  withheld: /^never$/,
  unknown: /^never$/,
};

describe('any text as a sender', () => {
  it('is read or refused, never thrown at, and its value is plain', () => {
    fc.assert(
      fc.property(texts, contexts, (text, context) => {
        const parsed = parseSender(text, context);
        if (parsed.kind === 'sender' && parsed.sender.value !== null) {
          expect(parsed.sender.value).toMatch(shapes[parsed.sender.type]);
          expect(displaySender(parsed.sender)).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
        }
      }),
      { numRuns: 5000 },
    );
  });

  it('means the same when what is shown for it is read again', () => {
    fc.assert(
      fc.property(texts, contexts, (text, context) => {
        const parsed = parseSender(text, context);
        if (parsed.kind === 'sender') {
          expect(parseSender(displaySender(parsed.sender), context)).toEqual(parsed);
        }
      }),
      { numRuns: 5000 },
    );
  });

  it('has a key that its E.164 form has in every country', () => {
    fc.assert(
      fc.property(digits, contexts, contexts, (text, context, elsewhere) => {
        const parsed = parseSender(text, context);
        if (parsed.kind === 'sender' && parsed.sender.type === 'phone') {
          const again = parseSender(parsed.sender.value ?? '', elsewhere);
          expect(again.kind === 'sender' && senderKey(again.sender)).toBe(senderKey(parsed.sender));
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('is a line only if it is a phone number as a sender, and then the same', () => {
    fc.assert(
      fc.property(texts, contexts, (text, context) => {
        const line = parseLine(text, context);
        if (line.kind === 'line') {
          const sender = parseSender(line.line.e164, context);
          expect(sender.kind === 'sender' && sender.sender.value).toBe(line.line.e164);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('costs no more the longer it gets', () => {
    const hostile = [
      '0',
      '(',
      ' ',
      'x',
      'x1',
      '.',
      '@',
      'a@',
      'a.',
      '-',
      ';ext=',
      "'",
      '＋',
      '\u{1D7CF}',
      'ﷺ',
      '>',
      ',;',
    ];
    for (const unit of hostile) {
      for (const length of [40, 254, 255, 10_000, 1_000_000]) {
        for (const kind of ['call', 'text'] as const) {
          parseSender(unit.repeat(Math.ceil(length / unit.length)), { country: 'US', kind });
          parseSender(`1${unit.repeat(Math.floor(length / unit.length))}1`, { country: 'US', kind });
        }
      }
    }
  });

  it('is read or refused at any length', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', minLength: 200, maxLength: 10_000, size: 'max' }),
        contexts,
        (text, context) => {
          expect(['sender', 'refused']).toContain(parseSender(text, context).kind);
          expect(['line', 'refused']).toContain(parseLine(text, context).kind);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('one number', () => {
  const zeros = ['0', '\u0660', '\u06F0', '\u0966', '\u09E6', '\u0E50', '\uFF10', '\u{1D7CE}', '\u{1E950}'];
  const inScript = (text: string, zero: string) =>
    text.replace(/[0-9]/g, (digit) => String.fromCodePoint((zero.codePointAt(0) ?? 0) + Number(digit)));
  const numbers = spellings.filter(([text, , , type]) => type === 'phone' && /^[+0-9 ()-]+$/.test(text ?? ''));
  const separators = fc.constantFrom(
    '',
    ' ',
    '-',
    '.',
    ' - ',
    '\u00A0',
    '\u2011',
    '\u2013',
    '\u200B',
    '\u00AD',
    '/',
    ' (',
    ') ',
  );

  it('is met by every script and every punctuation', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...numbers),
        fc.constantFrom(...zeros),
        fc.array(separators, { minLength: 20, maxLength: 20 }),
        ([text = '', country, kind, type, value, validity, home], zero, between) => {
          const bare = text.replace(/[^+0-9]/g, '');
          const spelled = [...inScript(bare, zero)].map((digit, i) => digit + (between[i] ?? '')).join('');
          expect(parseSender(spelled, { country, kind })).toEqual({
            kind: 'sender',
            sender: { type, value, validity, country: home },
          });
        },
      ),
      { numRuns: 2000 },
    );
  });
});
