import { cleanNumberText } from './character-rules.ts';
import { planOfCountry, planOfInternational } from './dialling-plans.ts';
import { readDialled } from './number-text.ts';
import { parseNumber, refuseDialled } from './parse-number.ts';
import { type Refused, refuse } from './refusal.ts';
import type { Line } from './sender.ts';
import { isShortCode } from './short-code.ts';
import { readShownWords } from './shown-words.ts';

export interface ParsedLine {
  readonly kind: 'line';
  readonly line: Line;
}

/**
 * The number that received the call or text: an ordinary number of a possible length, in any spelling. Takes any string
 * of any length and never throws.
 */
export function parseLine(raw: string, context: { readonly country: string | null }): ParsedLine | Refused {
  const cleaned = cleanNumberText(raw);
  if (cleaned.kind === 'refused') {
    return cleaned;
  }
  if (cleaned.text.includes('@') || readShownWords(cleaned.text) !== null) {
    return refuse('not_a_line');
  }
  const dialled = readDialled(cleaned.text, context.country);
  if (dialled.kind === 'refused') {
    return dialled;
  }
  const refused = refuseDialled(dialled, context.country);
  if (refused !== null) {
    return refused;
  }
  if (!dialled.plus && isShortCode(dialled.digits, context.country)) {
    return refuse('not_a_line');
  }
  const number = parseNumber(dialled, context.country);
  if (number.kind === 'refused') {
    return number;
  }
  return number.validity === 'impossible'
    ? refuse('impossible_number')
    : {
        kind: 'line',
        line: {
          e164: number.e164,
          country: number.country ?? sharedCountry(number.e164, context.country),
          validity: number.validity,
        },
      };
}

/** An unassigned area code of a shared calling code: the country the reporter named, if it has that calling code. */
function sharedCountry(e164: string, country: string | null): string | null {
  return country !== null && planOfCountry(country) === planOfInternational(e164.slice(1)) ? country : null;
}
