import { type Refused, refuse } from './refusal.ts';

export interface CleanText {
  readonly kind: 'clean';
  readonly text: string;
}

/** No sender is longer: an e-mail address has at most 254 characters (RFC 5321, 4.5.3.1.3). */
const longest = 254;

// U+202E in front of reversed digits reads as another number, so these are refused, never dropped (Unicode TR 36, 3.2).
const bidiControl = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;
const controlCharacter = /\p{Cc}/u;
// With the frame that makes a key of a digit (U+20E3, emoji sequences).
const invisible = /\p{Default_Ignorable_Code_Point}|\u20E3/gu;
const otherDigit = /(?![0-9])\p{Nd}/gu;
const decimalDigit = /^\p{Nd}$/u;
const dash = /[\p{Pd}\u2212]/gu;
const whiteSpace = /[\p{Z}\s]+/gu;

/**
 * Makes spellings comparable before anything reads them: NFKC, digits of any script as 0-9, one kind of dash and of
 * space, zero-width characters and soft hyphens dropped. Control and bidi characters are refused (a line break at
 * either end is taken for careless pasting). Length is checked before any expression runs, so work is bounded.
 */
export function cleanNumberText(raw: string): CleanText | Refused {
  const pasted = raw.length > 4 * longest ? raw : raw.trim();
  if (pasted.length > longest) {
    return refuse('too_long');
  }
  if (bidiControl.test(pasted)) {
    return refuse('bidi_control');
  }
  if (controlCharacter.test(pasted)) {
    return refuse('control_character');
  }
  const text = pasted
    .normalize('NFKC')
    .replace(invisible, '')
    .replace(otherDigit, asciiDigit)
    .replace(dash, '-')
    .replace(whiteSpace, ' ')
    .trim();
  return text.length > longest ? refuse('too_long') : { kind: 'clean', text };
}

/** Decimal digits come in runs of ten that begin with zero (Unicode 4.6, stability policy), so no table can go stale. */
export function asciiDigit(digit: string): string {
  const codePoint = digit.codePointAt(0) ?? 0;
  let zero = codePoint;
  while (decimalDigit.test(String.fromCodePoint(zero - 1))) {
    zero -= 1;
  }
  return String((codePoint - zero) % 10);
}
