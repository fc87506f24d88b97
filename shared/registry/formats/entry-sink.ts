import type { ListDay } from '../list-day.ts';
import type { ListKind } from '../page-kinds.ts';
import type { ListOperation, ListSkipReason, ListSummary, TakeEntry } from './list-reading.ts';
import { ListRefused } from './list-refused.ts';
import { skipReasonInWords } from './skip-reasons.ts';

/** Where the readers of formats put what they find: each line or element once, as an entry or as skipped. */
export interface EntrySink {
  /** `line` counts from 1. */
  take(number: number, operation: ListOperation, kind: ListKind, day: ListDay | null, line: number): void;
  skip(reason: ListSkipReason, line: number): void;
  /** Skipped so far in this file for what they are; a number that comes twice does no harm and is not among them. */
  readonly bad: number;
}

export interface ListTally extends EntrySink {
  /** `position` from 1 among the files of an archive; null for a file that stands alone. */
  startFile(position: number | null): void;
  readonly linesOfFile: number;
  /** Throws ListRefused while reading, as soon as it is clear that most of the file is something else. */
  judgeSoFar(): void;
  /** Throws ListRefused if too much of the file was bad. */
  judgeFile(): void;
  summary(bytes: number): ListSummary;
}

/** Beyond this share, and more than a handful, it is not the list it should be. */
const badShare = 0.01;
const handful = 10;
const progressEvery = 1_000_000;
const firstLinesKept = 5;

type Counted = { count: number; firstLines: string[] };

export function createListTally(take: TakeEntry, onProgress?: (lines: number) => void): ListTally {
  const skipped: Partial<Record<ListSkipReason, Counted>> = {};
  let ofFile: Partial<Record<ListSkipReason, Counted>> = {};
  let files = 0;
  let place = '';
  let lines = 0;
  let linesBefore = 0;
  let added = 0;
  let deleted = 0;
  let entriesBefore = 0;
  let bad = 0;

  const countLine = (): void => {
    lines += 1;
    if (lines % progressEvery === 0) {
      onProgress?.(lines);
    }
  };
  const refusal = (): ListRefused => {
    const reasons = Object.entries(ofFile)
      .filter(([reason]) => reason !== 'duplicate')
      .map(
        ([reason, { count, firstLines }]) =>
          `${reason} ${count} (${skipReasonInWords(reason)}, first in line ${firstLines[0]})`,
      );
    const foreign = (ofFile.other_country?.count ?? 0) + (ofFile.not_in_plan?.count ?? 0);
    return new ListRefused(
      `${bad} of ${lines - linesBefore} lines are not what they should be: ${reasons.join(', ')}. ` +
        `${foreign > bad / 2 ? 'This is probably a list of another country' : 'This is another kind of file'}, or it is damaged.`,
    );
  };

  return {
    take(number, operation, kind, day, line) {
      countLine();
      if (!take(number, operation, kind, day)) {
        count(skipped, 'duplicate', place, line);
        count(ofFile, 'duplicate', place, line);
      } else if (operation === 'add') {
        added += 1;
      } else {
        deleted += 1;
      }
    },
    skip(reason, line) {
      countLine();
      bad += 1;
      count(skipped, reason, place, line);
      count(ofFile, reason, place, line);
    },
    get bad() {
      return bad;
    },
    get linesOfFile() {
      return lines - linesBefore;
    },
    startFile(position) {
      files += 1;
      place = position === null ? '' : `${position}:`;
      ofFile = {};
      linesBefore = lines;
      entriesBefore = added + deleted;
      bad = 0;
    },
    judgeSoFar() {
      if (bad > handful && bad > (lines - linesBefore) / 2) {
        throw refusal();
      }
    },
    judgeFile() {
      const entries = added + deleted - entriesBefore;
      if ((bad > handful && bad > (lines - linesBefore) * badShare) || (bad > 0 && bad >= entries)) {
        throw refusal();
      }
    },
    summary: (bytes) => ({ lines, entries: added + deleted, added, deleted, bytes, files, skipped }),
  };
}

function count(
  counts: Partial<Record<ListSkipReason, Counted>>,
  reason: ListSkipReason,
  place: string,
  line: number,
): void {
  const entry = counts[reason] ?? { count: 0, firstLines: [] };
  counts[reason] = entry;
  entry.count += 1;
  if (entry.firstLines.length < firstLinesKept) {
    entry.firstLines.push(`${place}${line}`);
  }
}
