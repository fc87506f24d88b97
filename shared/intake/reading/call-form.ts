import { parseSender } from '#shared/sender/parse-sender.ts';
import { readNamed } from './accusable.ts';
import { fold, foldWithWayBack, originalFrom } from './fold.ts';
import type { Reading, ReadingContext } from './reading.ts';
import { trimAround, trimSender } from './trim-around.ts';

/** Britain's 7726 takes CALL and VOICE, France's 33700 takes "spam vocal"; the others are the same word elsewhere. */
const callWords = ['spam vocal', 'spamvocal', 'call', 'voice', 'llamada', 'appel', 'anruf', 'звонок', 'कॉल'].map(fold);

const longest = 80;
const behindWord = /^\s{0,3}[:=]?\s{1,3}|^[:=]/u;
/** "CALL u" is no call without a number; "CALL withheld" is one. */
const shortestWords = 7;

/** `CALL number`, `VOICE number`, `spam vocal number`: a call, reported in one message. */
export function readCallForm(message: string, context: ReadingContext): Reading | null {
  const plain = message.length > longest ? '' : trimAround(message);
  const folded = foldWithWayBack(plain);
  const word = callWords.find(
    (start) => folded.text.startsWith(start) && behindWord.test(folded.text.slice(start.length)),
  );
  if (word === undefined) {
    return null;
  }
  const gap = behindWord.exec(folded.text.slice(word.length))?.[0].length ?? 0;
  const typed = trimSender(originalFrom(plain, folded, word.length + gap));
  const read = readNamed(typed, context, 'call');
  if (read.kind === 'not_named' && read.why !== 'no_sender') {
    return { kind: 'not_a_sender', why: read.why };
  }
  const known = read.kind === 'named' ? ['phone', 'short_code'].includes(read.sender.type) : isWithheld(typed, context);
  return known ? { kind: 'complete', report: 'call', sender: typed, text: null, date: null, time: null } : null;
}

function isWithheld(typed: string, { country }: ReadingContext): boolean {
  const read = parseSender(typed, { country, kind: 'call' });
  return typed.length >= shortestWords && read.kind === 'sender' && read.sender.value === null;
}
