import type { Named } from './accusable.ts';
import { isDateOrTime } from './date-line.ts';
import { fieldLabels, forwardMarks, senderLabels, textLabels } from './forward-words.ts';
import { readLabelledSender } from './labelled-sender.ts';
import { isLabelAlone, matchLabel, withoutDecoration } from './match-words.ts';
import { readWroteLine } from './quoted.ts';
import { readWholeSender } from './read-whole-sender.ts';
import type { ReadingContext } from './reading.ts';

export interface Head {
  readonly sender: Named | null;
  /** What is left: the text itself. */
  readonly lines: readonly string[];
}

const mostLines = 12;
// Behind U+202E and its like a number shows other digits than it has.
const turnsAround = /[\u061C\u200F\u202B\u202D\u202E\u2067]/u;
const reach = 60;
/** `<Forwarded from 87077>text`. */
const labelInBrackets = /^\s{0,3}[<[(]([^<>[\]()\n]{4,80})[>\])][\s:-]{0,3}/u;
const contactName = /^[^\d:;,!?/\n]{2,40}$/u;

/**
 * Reads line by line what stands before a forwarded text, and stops at the first line that belongs to the text. Nothing
 * is taken off unless a forward was recognised: a mark, a label with a sender, or a sender alone on its line.
 */
export function readForwardHead(lines: readonly string[], context: ReadingContext): Head {
  let rest = lines;
  let read: Head = { sender: null, lines };
  for (let count = 0; count < mostLines && rest.length > 0; count += 1) {
    const step = readHeadLine(rest, context, { sender: read.sender, recognised: read.lines !== lines });
    if (step === null) {
      break;
    }
    rest = step.lines;
    if (step.commits) {
      read = { sender: read.sender ?? step.sender, lines: rest };
    }
    if (step.ends) {
      break;
    }
  }
  return read;
}

interface Step {
  readonly lines: readonly string[];
  readonly sender: Named | null;
  /** Says that this was a forward; a date line alone does not. */
  readonly commits: boolean;
  /** The text begins here. */
  readonly ends: boolean;
}

function readHeadLine(
  lines: readonly string[],
  context: ReadingContext,
  { sender, recognised }: { readonly sender: Named | null; readonly recognised: boolean },
): Step | null {
  const [line = '', ...below] = lines;
  const step = (change: Partial<Step>): Step => ({
    lines: below,
    sender: null,
    commits: false,
    ends: false,
    ...change,
  });
  if (line.trim() === '') {
    return step({ commits: recognised });
  }
  if (sender === null) {
    const found = senderStep(line, below, context, step);
    if (found !== null) {
      return found;
    }
  }
  const marked = matchLabel(line, forwardMarks);
  if (marked !== null && (marked.colon || withoutDecoration(marked.rest) === '')) {
    const behind = withoutDecoration(marked.rest);
    return step({ lines: behind === '' ? below : [behind, ...below], commits: true });
  }
  if (isDateOrTime(line)) {
    return step({ commits: recognised });
  }
  const field = matchLabel(line, fieldLabels);
  if (field?.colon && line.length <= 120) {
    return step({ commits: recognised });
  }
  const text = recognised ? matchLabel(line, textLabels) : null;
  return text?.colon ? step({ lines: [text.rest, ...withoutTextLabel(below)], commits: true, ends: true }) : null;
}

/** The subject of a message, then the message. */
function withoutTextLabel(lines: readonly string[]): readonly string[] {
  const [first = '', ...rest] = lines;
  const label = matchLabel(first, textLabels);
  return label?.colon ? [label.rest, ...rest] : lines;
}

function senderStep(
  line: string,
  below: readonly string[],
  context: ReadingContext,
  step: (change: Partial<Step>) => Step,
): Step | null {
  if (turnsAround.test(line.slice(0, reach))) {
    return null;
  }
  const label = matchLabel(line, senderLabels);
  const value = withoutDecoration(label?.rest ?? '');
  const labelled = label === null || value === '' ? null : readLabelledSender(value, context, label);
  if (labelled !== null && labelled.rest !== '') {
    return step({
      lines: [labelled.rest, ...below],
      sender: labelled.sender,
      commits: true,
      ends: labelled.sender === null,
    });
  }
  if (labelled !== null || (label?.colon && contactName.test(value))) {
    // A name behind the label may have its number on the next line.
    return senderBelow([value, ...below], context, step);
  }
  const inBrackets = labelInBrackets.exec(line);
  const inside = inBrackets === null ? null : matchLabel(inBrackets[1] ?? '', senderLabels);
  const within = inside === null ? null : readLabelledSender(inside.rest, context, { colon: true });
  if (inBrackets !== null && within?.rest === '') {
    return step({ lines: [line.slice(inBrackets[0].length), ...below], sender: within.sender, commits: true });
  }
  if (isLabelAlone(line, senderLabels)) {
    return senderBelow(below, context, step);
  }
  const wrote = readWroteLine(line, context);
  if (wrote !== undefined) {
    return step({ sender: wrote, commits: true, ends: true });
  }
  const alone = readWholeSender(line, context);
  return alone.kind === 'named' && below.some((text) => text.trim() !== '')
    ? step({ sender: alone, commits: true })
    : null;
}

/** The label on a line of its own, then a name and a number, or only one of them. */
function senderBelow(
  lines: readonly string[],
  context: ReadingContext,
  step: (change: Partial<Step>) => Step,
): Step | null {
  const filled = lines.filter((line) => line.trim() !== '');
  const [first = '', second = ''] = filled;
  const after = (count: number) => lines.slice(lines.indexOf(filled[count - 1] ?? '') + 1);
  const number = readWholeSender(first, context);
  if (number.kind === 'named') {
    return step({ lines: after(1), sender: number, commits: true });
  }
  const behindName = contactName.test(first) ? readWholeSender(second, context) : number;
  if (behindName.kind === 'named') {
    return step({ lines: after(2), sender: behindName, commits: true });
  }
  const labelled = readLabelledSender(first, context, { colon: true });
  return labelled !== null && labelled.rest === ''
    ? step({ lines: after(1), sender: labelled.sender, commits: true })
    : null;
}
