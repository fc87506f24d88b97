import { type Named, readNamed } from './accusable.ts';
import { isIndianHeader } from './believable-id.ts';
import { isDateOrTime } from './date-line.ts';
import { fold } from './fold.ts';
import { wroteWords } from './forward-words.ts';
import type { ReadingContext } from './reading.ts';

export interface Copied {
  readonly sender: Named;
  readonly text: string;
}

const stampInBrackets = /^[\s\u200E\u200F\u202A]{0,4}\[([^\]\n]{4,40})\]\s{0,3}/u;
const nameAndText = /^([^\n:]{3,60}):\s/u;
const inBrackets = /^[\s\u200E\u200F\u202A]{0,4}[[(<]([^\])>\n]{3,40})[\])>]\s{0,2}[:-]?\s{0,3}(?=\S)/u;
const upToColon = /^([^:\n]{3,60}):\s{1,3}(?=\S)/u;
const letters = /\p{L}/u;

/**
 * A line as chats and gateways copy it: `[21/11/2026, 10:00] +44 …: text`, `21.11.26, 10:00 - +44 …: text`,
 * `(+44 …) text`, `+44 …: text`, `VM-HDFCBK: text`. A short code before a colon is not enough: it may be a one-time
 * password, or the number to answer to.
 */
export function readCopiedLine(text: string, context: ReadingContext): Copied | null {
  const stamped = behindStamp(text);
  if (stamped !== null) {
    const named = readNamed(withoutWrote(stamped.name), context);
    return named.kind === 'named' ? { sender: named, text: stamped.text } : null;
  }
  const plain = inBrackets.exec(text) ?? upToColon.exec(text);
  const named = plain === null ? null : readNamed(withoutWrote(plain[1] ?? ''), context);
  return plain !== null && named?.kind === 'named' && isUnmistakable(named)
    ? { sender: named, text: text.slice(plain[0].length) }
    : null;
}

/** iPhones put the time into brackets, Android phones a dash behind it. */
function behindStamp(text: string): { readonly name: string; readonly text: string } | null {
  const bracketed = stampInBrackets.exec(text);
  const dash = text.slice(0, 60).indexOf(' - ');
  const stamp = bracketed?.[1] ?? text.slice(0, Math.max(0, dash));
  const rest = bracketed === null ? text.slice(dash + ' - '.length) : text.slice(bracketed[0].length);
  const named = isDateOrTime(stamp) ? nameAndText.exec(rest) : null;
  return named === null ? null : { name: named[1] ?? '', text: rest.slice(named[0].length) };
}

/** "+44 … wrote:", "+49 … schrieb:", "+91 … ने लिखा:". */
function withoutWrote(typed: string): string {
  const folded = fold(typed).trimEnd();
  const word = wroteWords.find((wrote) => folded.endsWith(` ${wrote}`));
  // Words of the table keep their length when folded, up to a letter with its accent, so cut at the blank before them.
  const blanks = word === undefined ? 0 : word.split(' ').length;
  return blanks === 0 ? typed : typed.trimEnd().split(' ').slice(0, -blanks).join(' ');
}

function isUnmistakable({ sender, written }: Named): boolean {
  switch (sender.type) {
    case 'phone':
      return !letters.test(written) && sender.validity !== 'impossible';
    case 'alphanumeric':
      return isIndianHeader(written);
    default:
      return sender.type === 'email';
  }
}
