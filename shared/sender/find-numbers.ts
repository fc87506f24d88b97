import { planOfCountry } from './dialling-plans.ts';
import { parseSender } from './parse-sender.ts';
import type { Sender } from './sender.ts';

export interface FoundNumber {
  /** Where it stands in the text that was searched. */
  readonly start: number;
  readonly end: number;
  readonly written: string;
  readonly sender: Sender;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

const run = /\d[\d ().~·/-]{4,60}/gu;
const group = /\d{1,20}/gu;
const gap = /^(?:[ ()~·-]{0,3}|\.|\)?\.\(?| ?\/ ?)$/u;
const partOfPrice = /[#£$€₹₽%=@]/u;
// 12.0800 is one thing; the full stop of a sentence stands behind a letter.
const goesOn = /\d[.:'-]$/u;
const letterOrDigit = /[\p{L}\p{M}\d]/u;
const fewestDigits = 7;
const mostDigits = 15;
const mostGroups = 8;
/** Each reading costs tens of microseconds; a text made of digits must not cost more than a text. */
const mostReadings = 150;

/**
 * The telephone numbers in a text that `readableText` made readable, in any spelling that `parseSender` takes. Only
 * numbers that a numbering plan knows, or that say themselves what they are (a plus, a trunk zero): a text is full of
 * dates, prices and codes. Short codes look like those, so they need words around them and are not found here.
 */
export function findNumbers(
  text: string,
  { country, atMost }: { readonly country: string | null; readonly atMost: number },
): readonly FoundNumber[] {
  const found: FoundNumber[] = [];
  let readings = mostReadings;
  for (const { 0: digits, index } of text.matchAll(run)) {
    const groups = groupsOf(digits, index);
    for (let first = 0; first < groups.length && found.length < atMost; first += 1) {
      for (const candidate of candidatesFrom(groups, first, text, country)) {
        readings -= 1;
        const number = readings < 0 ? null : numberIn(candidate, text, country);
        if (number !== null) {
          found.push(number);
          first = groups.findLastIndex(({ start }) => start < number.end);
          break;
        }
      }
    }
  }
  return found;
}

/** The number that a text begins with, if it does: `+44 7700 900123 24 hours left` begins with one of twelve digits. */
export function leadingNumber(text: string, country: string | null): FoundNumber | null {
  const [first] = findNumbers(text.slice(0, 60), { country, atMost: 1 });
  return first?.start === 0 ? first : null;
}

function groupsOf(digits: string, index: number): readonly Span[] {
  return [...digits.matchAll(group)].map((match) => ({
    start: index + match.index,
    end: index + match.index + match[0].length,
  }));
}

/** What may be a number and begins with this group, the longest first. */
function candidatesFrom(groups: readonly Span[], first: number, text: string, country: string | null): readonly Span[] {
  const start = withPlusAndBracket(text, groups[first]?.start ?? 0);
  const before = text.slice(Math.max(0, start - 2), start);
  if (partOfPrice.test(before.slice(-1)) || goesOn.test(before) || !mayBeginAt(start, text, country)) {
    return [];
  }
  const candidates: Span[] = [];
  let digits = 0;
  for (const [at, { start: from, end }] of groups.slice(first, first + mostGroups).entries()) {
    const last = groups[first + at - 1]?.end ?? from;
    digits += end - from;
    if (digits > mostDigits || (at > 0 && !gap.test(text.slice(last, from)))) {
      break;
    }
    if (digits >= fewestDigits && text[end] !== '%') {
      candidates.unshift({ start, end });
    }
  }
  return [...candidates, ...beforeGluedPrice(groups[first], country)];
}

/** Behind other digits only with what begins a number: 9400 1112 0255 5012 3456 78 is a parcel, 24 7 0800 … a number. */
function mayBeginAt(start: number, text: string, country: string | null): boolean {
  const trunk = country === null ? '' : (planOfCountry(country)?.trunk ?? '');
  const begins =
    text.startsWith('+', start) || text.startsWith('(', start) || (trunk !== '' && text.startsWith(trunk, start));
  return begins || !/\d[ -]$/u.test(text.slice(Math.max(0, start - 2), start));
}

/** "Call 08712345678150p": where the plan says how long a number with its trunk zero is, it ends there. */
function beforeGluedPrice(span: Span | undefined, country: string | null): readonly Span[] {
  const plan = country === null ? undefined : planOfCountry(country);
  const length = 1 + (plan?.longest ?? 0);
  return span !== undefined && plan?.trunk === '0' && span.end - span.start > length
    ? [{ start: span.start, end: span.start + length }]
    : [];
}

function numberIn({ start, end }: Span, text: string, country: string | null): FoundNumber | null {
  const written = text.slice(start, end);
  const read = parseSender(written, { country, kind: 'text' });
  if (read.kind === 'refused' || read.sender.type !== 'phone') {
    return null;
  }
  const { validity } = read.sender;
  const isGlued =
    letterOrDigit.test(text.slice(Math.max(0, start - 1), start)) || letterOrDigit.test(text.slice(end, end + 1));
  const known = validity === 'valid' || (validity === 'possible' && !isGlued && saysWhatItIs(written, country));
  return known ? { start, end, written, sender: read.sender } : null;
}

function saysWhatItIs(written: string, country: string | null): boolean {
  const plan = country === null ? undefined : planOfCountry(country);
  const hasTrunkZero = plan?.trunk === '0' && written.startsWith('0') && written.replace(/\D/gu, '').length >= 10;
  return written.includes('+') || hasTrunkZero;
}

function withPlusAndBracket(text: string, digits: number): number {
  const before = /\(?\+ ?\(?$|\($/u.exec(text.slice(Math.max(0, digits - 4), digits));
  return digits - (before?.[0].length ?? 0);
}
