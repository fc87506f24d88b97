import { type Named, type NotNamed, readNamed } from './accusable.ts';
import { isBelievableId } from './believable-id.ts';
import { isDateOrTime } from './date-line.ts';
import { foldWithWayBack, originalBetween, originalFrom } from './fold.ts';
import { courtesiesBehind, introductions } from './forward-words.ts';
import type { ReadingContext } from './reading.ts';
import { trimAround } from './trim-around.ts';

/** "It was from the number +44 7700 900123" is no longer. */
const longest = 120;
const mostIntroductions = 4;
const between = /^[\s:=-]{1,4}/u;
const behind = /[\d\p{L}].{0,2}[\s,.!-]$/u;
const decimal = /^\d{1,3}[.,]\d{1,2}$/u;

/**
 * The whole message, or one line of it, names a sender: a number, short code, address or believable name, with nothing
 * around it but words like "from", "the number is" and "thanks". Dates, times and prices are made of digits too.
 */
export function readWholeSender(text: string, context: ReadingContext): Named | NotNamed {
  const none: NotNamed = { kind: 'not_named', why: 'no_sender' };
  if (text.length > longest || text.includes('\n')) {
    return none;
  }
  const typed = withoutCourtesy(withoutIntroductions(text));
  if (isDateOrTime(typed) || decimal.test(trimAround(typed))) {
    return none;
  }
  const read = readNamed(typed, context);
  if (read.kind === 'not_named') {
    return read;
  }
  return read.sender.type !== 'alphanumeric' || isBelievableId(read.written) ? read : none;
}

function withoutIntroductions(text: string): string {
  let rest = text;
  for (let count = 0; count < mostIntroductions; count += 1) {
    const folded = foldWithWayBack(rest);
    const word = introductions.find(
      (introduction) => folded.text.startsWith(introduction) && between.test(folded.text.slice(introduction.length)),
    );
    if (word === undefined) {
      return rest;
    }
    const gap = between.exec(folded.text.slice(word.length))?.[0].length ?? 0;
    rest = originalFrom(rest, folded, word.length + gap);
  }
  return rest;
}

function withoutCourtesy(text: string): string {
  const folded = foldWithWayBack(text);
  const trimmed = trimAround(folded.text);
  const end = folded.text.indexOf(trimmed) + trimmed.length;
  const word = courtesiesBehind.find(
    (courtesy) => trimmed.endsWith(courtesy) && behind.test(trimmed.slice(0, -courtesy.length)),
  );
  return word === undefined ? text : originalBetween(text, folded, 0, end - word.length);
}
