import { cleanNumberText } from './character-rules.ts';
import { readEmailAddress } from './email-address.ts';
import { readDialled } from './number-text.ts';
import { parseNumber, refuseDialled } from './parse-number.ts';
import { type Refused, refuse } from './refusal.ts';
import type { Sender, SenderType } from './sender.ts';
import { readSenderId } from './sender-id.ts';
import { isShortCode } from './short-code.ts';
import { readShownWords } from './shown-words.ts';

export interface SenderContext {
  /** ISO 3166-1 alpha-2: where national spellings belong and short codes were received. */
  readonly country: string | null;
  readonly kind: 'call' | 'text';
}

export interface ParsedSender {
  readonly kind: 'sender';
  readonly sender: Sender;
}

const nameLetters = /^[a-z][a-z .'&-]*$/iu;

/** Some networks show a withheld number as "ANONYMOUS" typed on a keypad. */
const anonymousOnKeypad = '266696687';

/**
 * What was shown as the origin, in one of its canonical forms. Validity is data and never a reason to refuse; refused is
 * only what identifies nobody or must not be accused. Takes any string of any length and never throws.
 */
export function parseSender(raw: string | undefined, context: SenderContext): ParsedSender | Refused {
  const cleaned = cleanNumberText(raw ?? '');
  if (cleaned.kind === 'refused') {
    return cleaned;
  }
  const { text } = cleaned;
  const word = readShownWords(text);
  if (word !== null) {
    return nameless(word);
  }
  if (text.includes('@') && !/^sips?:/iu.test(text)) {
    return parseAddress(text);
  }
  const senderId = readSenderId(text);
  if (senderId !== null && context.kind === 'text') {
    return plain('alphanumeric', senderId, null);
  }
  const dialled = readDialled(text, context.country);
  if (dialled.kind === 'dialled') {
    return parseDialled(dialled, context.country);
  }
  const isName = dialled.reason === 'not_a_number' && nameLetters.test(text);
  return context.kind === 'call' && (senderId !== null || isName) ? refuse('name_in_call') : dialled;
}

function parseDialled(dialled: { plus: boolean; digits: string }, country: string | null): ParsedSender | Refused {
  if (dialled.digits === anonymousOnKeypad) {
    return nameless('withheld');
  }
  const refused = refuseDialled(dialled, country);
  if (refused !== null) {
    return refused;
  }
  if (!dialled.plus && isShortCode(dialled.digits, country)) {
    return plain('short_code', dialled.digits, country);
  }
  const number = parseNumber(dialled, country);
  return number.kind === 'refused'
    ? number
    : {
        kind: 'sender',
        sender: { type: 'phone', value: number.e164, validity: number.validity, country: number.country },
      };
}

function parseAddress(text: string): ParsedSender | Refused {
  const address = readEmailAddress(text);
  if (address === null) {
    return refuse('not_an_address');
  }
  // SIP for a withheld number (RFC 3323, 4.1.1.3).
  return address.endsWith('@anonymous.invalid') ? nameless('withheld') : plain('email', address, null);
}

function nameless(type: 'withheld' | 'unknown'): ParsedSender {
  return { kind: 'sender', sender: { type, value: null, validity: 'not_applicable', country: null } };
}

function plain(type: SenderType, value: string, country: string | null): ParsedSender {
  return { kind: 'sender', sender: { type, value, validity: 'not_applicable', country } };
}
