import { parseSender } from '#shared/sender/parse-sender.ts';
import type { Sender } from '#shared/sender/sender.ts';
import type { ReadingContext } from './reading.ts';
import { trimSender } from './trim-around.ts';

export interface Named {
  readonly kind: 'named';
  readonly written: string;
  readonly sender: Sender;
}

export interface NotNamed {
  readonly kind: 'not_named';
  readonly why: 'emergency' | 'ours' | 'no_sender';
}

const noSender: NotNamed = { kind: 'not_named', why: 'no_sender' };
const longest = 254;
// 1-800-FLOWERS is a number; "0800 555 0199 now" and "500 winners" are sentences, and the keypad would make numbers of them.
const tollFreeWord = /^(?:(?:\+?1[ .-]?)?\(?8(?:00|[2-8]{2})\)?|0800|0808|1[38]00|13)[ .-]?[a-z][a-z-]{2,13}$/iu;
const extension = /(?:ext|extn|extension|x|доб|poste|anexo|ramal)\.?\s?\d{1,7}$/iu;
const scheme = /^(?:tel|callto|sms|sips?):/iu;
// A number with a slip of the thumb in it, 0770O900123, is not somebody's name.
const mostlyDigits = /^(?:[^0-9]{0,10}[0-9]){6}/u;

/**
 * Reads what stands where a sender belongs. Not named: who must not be accused, and what identifies nobody, which
 * includes the words for a withheld number.
 */
export function readNamed(
  typed: string,
  { country, ownNumbers }: ReadingContext,
  kind: 'call' | 'text' = 'text',
): Named | NotNamed {
  const written = typed.length > 2 * longest ? typed : trimSender(typed);
  if (written === '' || written.length > longest) {
    return noSender;
  }
  const read = parseSender(written, { country, kind });
  if (read.kind === 'refused') {
    return read.reason === 'emergency_number' ? { kind: 'not_named', why: 'emergency' } : noSender;
  }
  const { type, value } = read.sender;
  if (
    value === null ||
    (type === 'phone' && hasWords(written)) ||
    (type === 'alphanumeric' && mostlyDigits.test(written))
  ) {
    return noSender;
  }
  return ownNumbers.includes(value)
    ? { kind: 'not_named', why: 'ours' }
    : { kind: 'named', written, sender: read.sender };
}

function hasWords(written: string): boolean {
  return /\p{L}/u.test(written) && ![tollFreeWord, extension, scheme].some((shape) => shape.test(written));
}
