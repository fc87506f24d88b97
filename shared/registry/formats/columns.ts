import { parseListDate } from '../list-day.ts';
import { everyContact } from '../page-kinds.ts';
import { areaVerdicts } from './area-codes.ts';
import type { ContentOptions, ContentReader, CreateContentReader } from './content-reader.ts';
import type { EntrySink } from './entry-sink.ts';
import { lineReader } from './line-reader.ts';
import { ListRefused } from './list-refused.ts';
import { eachDigit, hasMixedLengths, type NumberingPlan, planOf } from './numbering-plans.ts';
import { readWrittenNumber, reasonOf } from './written-number.ts';

const hash = 0x23;

/** One number a line (United Kingdom, Singapore): in E.164 or as written at home. */
export const columnReader: CreateContentReader = (options, sink) => {
  const plan = planOf(options.registry.callingCode);
  if (plan === null) {
    throw new ListRefused(`The numbering plan of +${options.registry.callingCode} is not known; write numbers as +….`);
  }
  return numbersReader(options, sink, plan);
};

/** Singapore: as above, for one of its three registers. */
export const registerReader: CreateContentReader = (options, sink) => {
  if (!options.registry.kinds.includes(options.kind ?? everyContact)) {
    throw new ListRefused(
      'The file does not say which of the registers it is of. Name it: --kind voice, --kind text or --kind fax.',
    );
  }
  return columnReader(options, sink);
};

/**
 * One number a line, with comments in lines that begin with `#`, of which one may tell the list's date:
 * `# list-date: 2026-11-01`. Numbers of a country without a known plan are in E.164.
 */
export const plainReader: CreateContentReader = (options, sink) => {
  const { callingCode } = options.registry;
  const { plan, mixed } = planOrE164(callingCode);
  const header: { listDay: number | null } = { listDay: null };
  const reader = numbersReader(options, sink, plan, mixed, (buffer, start, end) => {
    const text = Buffer.from(buffer.buffer, buffer.byteOffset, buffer.length).toString('latin1', start, end);
    const [, date = null] = /^#\s*list-date:\s*(\S{1,32})\s*$/i.exec(text.slice(0, 200)) ?? [];
    if (date === null) {
      return;
    }
    const day = parseListDate(date);
    if (day === null || day > options.today) {
      throw new ListRefused(
        day === null
          ? 'The list-date in the file is not a date; write YYYY-MM-DD.'
          : 'The list-date in the file is in the future.',
      );
    }
    header.listDay = day;
  });
  return {
    ...reader,
    get listDay() {
      return header.listDay;
    },
  };
};

function planOrE164(callingCode: string): { readonly plan: NumberingPlan; readonly mixed: boolean } {
  const known = planOf(callingCode);
  const plan: NumberingPlan = known ?? {
    callingCode,
    callingNumber: Number(callingCode),
    trunkDigit: -1,
    shortest: 8 - callingCode.length,
    longest: 15 - callingCode.length,
    firstDigits: eachDigit('0123456789'),
    bare: false,
  };
  return { plan, mixed: hasMixedLengths(plan) };
}

function numbersReader(
  { registry, kind = everyContact, areaCode }: ContentOptions,
  sink: EntrySink,
  plan: NumberingPlan,
  mixedLengths = hasMixedLengths(plan),
  onComment?: (buffer: Uint8Array, start: number, end: number) => void,
): ContentReader {
  const verdicts = plan.callingCode === '1' ? areaVerdicts(registry.country, registry.areaCodes, areaCode) : null;
  return lineReader({
    sink,
    mixedLengths,
    onLine(buffer, start, end, line) {
      if (onComment !== undefined && buffer[start] === hash) {
        onComment(buffer, start, end);
        return;
      }
      const number = readWrittenNumber(buffer, start, end, plan);
      const verdict = number < 0 ? reasonOf(number) : (verdicts?.[Math.floor(number / 10_000_000) - 1000] ?? null);
      if (verdict === null) {
        sink.take(number, 'add', kind, null, line);
      } else {
        sink.skip(verdict, line);
      }
    },
  });
}
