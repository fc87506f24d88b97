import { everyContact } from '../page-kinds.ts';
import { areaVerdicts } from './area-codes.ts';
import type { CreateContentReader } from './content-reader.ts';
import { lineReader } from './line-reader.ts';
import type { ListDelimiter } from './list-reading.ts';
import { type NumberingPlan, planOf } from './numbering-plans.ts';
import { readWrittenNumber, reasonOf, type WrittenNumber } from './written-number.ts';

const delimiters: readonly ListDelimiter[] = [',', ';', '|', '\t'];

/**
 * Massachusetts: number and last name. The number is in the first column or the last; the bytes of the name are stepped over
 * and never made into text, so nothing can keep or show them.
 */
export const massachusettsReader: CreateContentReader = (options, sink) => {
  const { registry } = options;
  const verdicts = areaVerdicts(registry.country, registry.areaCodes, options.areaCode);
  const delimiter = (options.delimiter ?? delimiterOf(options.start)).charCodeAt(0);
  const plan = planOf('1');
  return lineReader({
    sink,
    onLine(buffer, start, end, line) {
      const number = plan === null ? -1 : readColumns(buffer, start, end, delimiter, plan);
      const verdict = number < 0 ? reasonOf(number) : (verdicts[Math.floor(number / 10_000_000) - 1000] ?? null);
      if (verdict === null) {
        sink.take(number, 'add', everyContact, null, line);
      } else {
        sink.skip(verdict, line);
      }
    },
  });
};

function readColumns(
  buffer: Uint8Array,
  start: number,
  end: number,
  delimiter: number,
  plan: NumberingPlan,
): WrittenNumber {
  let firstEnd = start;
  while (firstEnd < end && buffer[firstEnd] !== delimiter) {
    firstEnd += 1;
  }
  const number = readWrittenNumber(buffer, start, firstEnd, plan);
  if (number >= 0 || firstEnd === end) {
    return number;
  }
  let lastStart = end;
  while (buffer[lastStart - 1] !== delimiter) {
    lastStart -= 1;
  }
  const last = readWrittenNumber(buffer, lastStart, end, plan);
  return last >= 0 ? last : number;
}

/** The one that most lines at the beginning hold. */
function delimiterOf(start: string): ListDelimiter {
  const lines = start.split(/[\r\n]+/).slice(0, 20);
  const held = delimiters.map((delimiter) => lines.filter((line) => line.includes(delimiter)).length);
  return delimiters[held.indexOf(Math.max(...held))] ?? ',';
}
