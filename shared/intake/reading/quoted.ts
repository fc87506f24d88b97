import { findNumbers } from '#shared/sender/find-numbers.ts';
import { readableText } from '#shared/sender/readable-text.ts';
import { type Named, readNamed } from './accusable.ts';
import { fold } from './fold.ts';
import { wroteWords } from './forward-words.ts';
import type { ReadingContext } from './reading.ts';

const mark = /^[\s]{0,3}[>›][ \t]?/u;
const longestIntroduction = 160;

/** Without the `>` of a quotation, if every line has it (but for those before the first one). */
export function withoutQuoteMarks(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => mark.test(line));
  const quoted = lines.slice(Math.max(0, first));
  const everyLine = first >= 0 && first <= 4 && quoted.every((line) => line.trim() === '' || mark.test(line));
  return everyLine ? [...lines.slice(0, first), ...quoted.map((line) => line.replace(mark, ''))] : lines;
}

/** "On 21 Nov 2026 at 10:00, +44 … wrote:", "Am 21.11.2026 um 10:00 schrieb +49 …:". Undefined for any other line. */
export function readWroteLine(line: string, context: ReadingContext): Named | null | undefined {
  const typed = line.trim();
  if (typed.length > longestIntroduction || !/[:：]$/u.test(typed)) {
    return undefined;
  }
  const folded = ` ${fold(typed).replaceAll(/[\s:,]+/gu, ' ')}`;
  if (!wroteWords.some((word) => folded.includes(` ${word} `))) {
    return undefined;
  }
  const numbers = findNumbers(readableText(typed), { country: context.country, atMost: 2 });
  const [only] = numbers;
  if (only === undefined || numbers.length > 1) {
    return undefined;
  }
  const named = readNamed(only.written, context);
  return named.kind === 'named' ? named : null;
}
