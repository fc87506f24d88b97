import { leadingNumber } from '#shared/sender/find-numbers.ts';
import { type Named, readNamed } from './accusable.ts';
import { isBelievableId } from './believable-id.ts';
import { foldWithWayBack, originalBetween, originalFrom } from './fold.ts';
import type { ReadingContext } from './reading.ts';

/** What a label like "From:" is followed by. `sender` null: it names somebody who cannot be accused. */
export interface LabelledSender {
  readonly sender: Named | null;
  /** What follows the sender on the same line. */
  readonly rest: string;
}

const longestName = 60;
const nameThenBracket =
  /^[^\d:;!?()<>[\]@\n]{0,60}[(<[]\s{0,2}([^()<>[\]\n]{3,60}|[^()<>[\]\n]{0,6}\(\d{1,5}\)[^()<>[\]\n]{3,30})[)>\]]/u;
const endOfSender = /^\s{0,3}(?:[:;,|>]|-{1,3}\s|\n|$)/u;
const separator = /^\s{0,3}[:;,|>-]?\s{0,3}/u;
const name = /^[^\d:;<>()[\]@/\n]{0,60}$/u;
/** Copied contacts stand between marks that say "left to right". */
const endOfMarks = /^[\u200E\u202C\u2069]{1,3}/u;
const nameInBracketsBehind = /^\s{0,2}[(<[][^()<>[\]\n]{1,60}[)>\]]/u;

/**
 * `+44 7700 900123`, `Name (+44 …)`, `Name <+44 …>`, `+44 … (Name)`, `Name +44 …`, a short code, an address, a name; then
 * the end of the line or the text. `colon`: the label had one, so that a name or short code behind it is one.
 */
export function readLabelledSender(
  value: string,
  context: ReadingContext,
  { colon }: { readonly colon: boolean },
): LabelledSender | null {
  const whole = wholeLine(value, context, colon);
  return whole ?? numberInBrackets(value, context) ?? numberFirst(value, context) ?? upToColon(value, context, colon);
}

function wholeLine(value: string, context: ReadingContext, colon: boolean): LabelledSender | null {
  if (value.length > 2 * longestName) {
    return null;
  }
  const read = readNamed(value, context);
  if (read.kind === 'not_named') {
    return read.why === 'no_sender' ? null : { sender: null, rest: '' };
  }
  return colon || read.sender.type !== 'alphanumeric' || isBelievableId(read.written)
    ? { sender: read, rest: '' }
    : null;
}

function numberInBrackets(value: string, context: ReadingContext): LabelledSender | null {
  const match = nameThenBracket.exec(value);
  const inside = match === null ? null : wholeLine(match[1] ?? '', context, false);
  return match === null || inside === null
    ? null
    : { ...inside, rest: value.slice(match[0].length).replace(separator, '') };
}

/** The number first, then its name in brackets, a separator or the text at once; or a name, then the number. */
function numberFirst(value: string, context: ReadingContext): LabelledSender | null {
  const folded = foldWithWayBack(value.slice(0, 2 * longestName));
  const digits = folded.text.search(/[+(]?\d/u);
  if (digits < 0 || !name.test(folded.text.slice(0, digits))) {
    return null;
  }
  const number = leadingNumber(folded.text.slice(digits), context.country);
  if (number === null) {
    return null;
  }
  const written = originalBetween(value, folded, digits, digits + number.end);
  const rest = originalFrom(value, folded, digits + number.end)
    .replace(endOfMarks, '')
    .replace(nameInBracketsBehind, '');
  const named = digits > 0;
  return named && !endOfSender.test(rest) ? null : cut(written, rest, context);
}

/** `From: 87077: text`, `From: HMRC: text`. */
function upToColon(value: string, context: ReadingContext, colon: boolean): LabelledSender | null {
  const end = value.slice(0, longestName).search(/:\s|\n/u);
  const typed = value.slice(0, Math.max(0, end));
  const whole = end < 1 ? null : wholeLine(typed, context, colon);
  return whole === null ? null : { ...whole, rest: value.slice(end).replace(separator, '') };
}

function cut(written: string, rest: string, context: ReadingContext): LabelledSender | null {
  const read = readNamed(written, context);
  if (read.kind === 'not_named' && read.why === 'no_sender') {
    return null;
  }
  return { sender: read.kind === 'named' ? read : null, rest: rest.replace(separator, '') };
}
