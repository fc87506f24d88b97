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

interface Group {
  readonly start: number;
  readonly end: number;
}

const run = /\d[\d ().~·/-]{4,60}/gu;
const group = /\d{1,20}/gu;
const gap = /^[ ().~·/-]{0,3}$/u;
const priceOrPath = /[#£$€₹₽%=@/]/u;
// 12.0800 is one thing; the full stop of a sentence stands behind a letter.
const goesOn = /\d[.,:'-]$/u;
const letter = /[\p{L}\p{M}]/u;
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
    const groups = [...digits.matchAll(group)].map((match) => ({
      start: index + match.index,
      end: index + match.index + match[0].length,
    }));
    for (let first = 0; first < groups.length && found.length < atMost; first += 1) {
      for (let last = Math.min(first + mostGroups, groups.length) - 1; last >= first && readings > 0; last -= 1) {
        const candidate = groups.slice(first, last + 1);
        const number = isWorthReading(candidate, text) ? numberAt(candidate, text, country) : null;
        readings -= number === null ? 0 : 1;
        if (number !== null && number !== 'none') {
          found.push(number);
          first = last;
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

function isWorthReading(groups: readonly Group[], text: string): boolean {
  const digits = groups.reduce((sum, { start, end }) => sum + end - start, 0);
  return (
    digits >= fewestDigits &&
    digits <= mostDigits &&
    groups.every(({ start }, at) => at === 0 || gap.test(text.slice(groups[at - 1]?.end ?? start, start)))
  );
}

/** Null where nothing had to be read to say no. */
function numberAt(groups: readonly Group[], text: string, country: string | null): FoundNumber | 'none' | null {
  const digitsStart = groups[0]?.start ?? 0;
  const end = groups.at(-1)?.end ?? digitsStart;
  const start = withPlusAndBracket(text, digitsStart);
  const before = text.slice(Math.max(0, start - 2), start);
  const after = text.slice(end, end + 1);
  if (priceOrPath.test(before.slice(-1)) || goesOn.test(before) || after === '%') {
    return null;
  }
  const written = text.slice(start, end);
  const read = parseSender(written, { country, kind: 'text' });
  if (read.kind === 'refused' || read.sender.type !== 'phone') {
    return 'none';
  }
  const glued = letter.test(before.slice(-1)) || letter.test(after);
  const plus = written.includes('+');
  const plan = country === null ? undefined : planOfCountry(country);
  const saysSo = plus || (plan?.trunk === '0' && written.startsWith('0') && written.replace(/\D/gu, '').length >= 10);
  const known = read.sender.validity === 'valid' || (read.sender.validity === 'possible' && saysSo && !glued);
  return known ? { start, end, written, sender: read.sender } : 'none';
}

function withPlusAndBracket(text: string, digits: number): number {
  const before = /\(?\+ ?\(?$|\($/u.exec(text.slice(Math.max(0, digits - 4), digits));
  return digits - (before?.[0].length ?? 0);
}
