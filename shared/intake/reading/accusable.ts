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
// 1-800-FLOWERS is a number; "0800 555 0199 now" is a sentence, which the keypad would make another number of.
const extension = /(?:ext|extn|extension|x|доб|poste|anexo|ramal)\.?\s?\d{1,7}$/iu;
const mostDigitsBeforeLetters = 6;

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
  if (read.sender.value === null || (read.sender.type === 'phone' && isSentence(written))) {
    return noSender;
  }
  return ownNumbers.includes(read.sender.value)
    ? { kind: 'not_named', why: 'ours' }
    : { kind: 'named', written, sender: read.sender };
}

function isSentence(written: string): boolean {
  const first = written.search(/[a-z]/iu);
  const digits = written.slice(0, Math.max(0, first)).replace(/\D/gu, '');
  const goesOn = first > 0 && /\d/u.test(written.slice(first));
  return (digits.length > mostDigitsBeforeLetters || goesOn) && !extension.test(written);
}
