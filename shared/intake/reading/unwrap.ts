import type { Named } from './accusable.ts';
import { type Copied, readCopiedLine } from './chat-copy.ts';
import { fold } from './fold.ts';
import { readForwardHead } from './forward-head.ts';
import { senderLabels } from './forward-words.ts';
import { readLabelledSender } from './labelled-sender.ts';
import { matchLabel } from './match-words.ts';
import { withoutQuoteMarks } from './quoted.ts';
import type { ReadingContext } from './reading.ts';

export interface Unwrapped {
  readonly text: string;
  readonly sender: Named | null;
}

// What a gateway puts before every text of a trial account.
const trialPrefix = /^sent from your twilio trial account\s{0,3}-\s{0,3}/iu;

/**
 * The forwarded text without what an app, a gateway or a person put around it, and the sender that they name. A number
 * in the text itself is where the victim is to call, and never the sender.
 */
export function unwrap(message: string, context: ReadingContext): Unwrapped {
  const lines = withoutQuoteMarks(message.replace(trialPrefix, '').split('\n'));
  const head = readForwardHead(lines, context);
  const below = withoutQuoteMarks(head.lines);
  const copied = head.sender === null ? readCopiedLine(below.join('\n').trimStart(), context) : null;
  if (copied !== null) {
    return { text: everyLineCopied(copied, context).trim(), sender: copied.sender };
  }
  if (head.sender !== null) {
    return { text: below.join('\n').trim(), sender: head.sender };
  }
  return namedAtTheEnd(below, context) ?? { text: below.join('\n').trim(), sender: null };
}

/** Several texts of the same sender copied from one chat: each line has its stamp. */
function everyLineCopied({ sender, text }: Copied, context: ReadingContext): string {
  return text
    .split('\n')
    .map((line) => {
      const next = readCopiedLine(line, context);
      return next?.sender.sender.value === sender.sender.value ? next.text : line;
    })
    .join('\n');
}

/** A last line like "From: +44 …" or "(sent from 87077)". */
function namedAtTheEnd(lines: readonly string[], context: ReadingContext): Unwrapped | null {
  const last = lines.findLastIndex((line) => line.trim() !== '');
  const line = lines[last]?.trim().replace(/^\((.{1,100})\)$/u, '$1') ?? '';
  const label = last < 1 ? null : matchLabel(line, senderLabels);
  const labelled =
    label?.colon || fold(line).startsWith('sent from')
      ? readLabelledSender(label?.rest ?? '', context, { colon: true })
      : null;
  return labelled === null || labelled.sender === null || labelled.rest !== ''
    ? null
    : { text: lines.slice(0, last).join('\n').trim(), sender: labelled.sender };
}
