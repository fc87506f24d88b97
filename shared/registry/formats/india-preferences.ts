import { indianCategory } from '../page-kinds.ts';
import type { CreateContentReader } from './content-reader.ts';
import { readEntryDay } from './entry-day.ts';
import { lineReader } from './line-reader.ts';
import type { ListSkipReason } from './list-reading.ts';
import { type NumberingPlan, planOf } from './numbering-plans.ts';
import { readWrittenNumber, reasonOf } from './written-number.ts';

/** Number, blank or delimiter, the preference message; in a list of messages perhaps its day. */
const shape =
  /^(["']?\+?[\d -]{8,18}["']?)[\s,;|]+"?(START|STOP)\s{0,4}(\d{1,3})"?(?:[\s,;|]+"?(\d{4}[^"]{4,28})"?)?$/i;

/** Preferences as they stand: START n for each category that is blocked. */
export const preferencesReader: CreateContentReader = (options, sink) => read(options, sink, false);

/** Messages in their order: START n blocks a category from then on, STOP n no longer. */
export const preferenceMessagesReader: CreateContentReader = (options, sink) => read(options, sink, true);

function read(
  options: Parameters<CreateContentReader>[0],
  sink: Parameters<CreateContentReader>[1],
  isChange: boolean,
): ReturnType<CreateContentReader> {
  const plan = planOf('91');
  return lineReader({
    sink,
    onLine(buffer, start, end, line) {
      const text = Buffer.from(buffer.buffer, buffer.byteOffset, buffer.length).toString('latin1', start, end).trim();
      const entry = plan === null ? 'bad_line' : readPreference(text, plan, isChange);
      const day = typeof entry === 'string' ? null : readEntryDay(entry.day, options);
      if (typeof entry === 'string' || day === 'bad_day') {
        sink.skip(typeof entry === 'string' ? entry : 'bad_day', line);
      } else {
        sink.take(entry.number, entry.starts ? 'add' : 'delete', indianCategory(entry.category), day, line);
      }
    },
  });
}

interface Preference {
  readonly number: number;
  readonly starts: boolean;
  readonly category: number;
  readonly day: string;
}

function readPreference(text: string, plan: NumberingPlan, isChange: boolean): Preference | ListSkipReason {
  const [, shown, word = '', code = '', day = ''] = shape.exec(text.slice(0, 100)) ?? [];
  if (shown === undefined) {
    return 'bad_line';
  }
  const bytes = Buffer.from(shown, 'latin1');
  const number = readWrittenNumber(bytes, 0, bytes.length, plan);
  if (number < 0) {
    return reasonOf(number);
  }
  const starts = word.toUpperCase() === 'START';
  if (!starts && !isChange) {
    return 'bad_operation';
  }
  return Number(code) > 7 ? 'bad_category' : { number, starts, category: Number(code), day };
}
