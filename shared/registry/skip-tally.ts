export type SkipReason = 'bad_line' | 'wrong_length' | 'not_nanp' | 'other_area' | 'more_columns' | 'duplicate';

interface Skipped {
  readonly count: number;
  /** Line numbers from 1, at most five. */
  readonly firstLines: readonly number[];
}

export type SkippedByReason = Readonly<Partial<Record<SkipReason, Skipped>>>;

export interface SkipTally {
  skip(reason: SkipReason, lineNumber: number): void;
  readonly byReason: SkippedByReason;
  /** Lines that are not what they should be. A number that comes twice does no harm and is not among them. */
  readonly bad: number;
}

const firstLinesKept = 5;

export function createSkipTally(): SkipTally {
  const byReason: Partial<Record<SkipReason, { count: number; firstLines: number[] }>> = {};
  let bad = 0;
  return {
    skip(reason, lineNumber) {
      const entry = byReason[reason] ?? { count: 0, firstLines: [] };
      byReason[reason] = entry;
      entry.count += 1;
      if (entry.firstLines.length < firstLinesKept) {
        entry.firstLines.push(lineNumber);
      }
      bad += reason === 'duplicate' ? 0 : 1;
    },
    byReason,
    get bad() {
      return bad;
    },
  };
}

/** For the operator: how many, why, and where the first of each stands. Never what the lines say. */
export function describeBadLines(tally: SkipTally, lines: number): string {
  const reasons = Object.entries(tally.byReason)
    .filter(([reason]) => reason !== 'duplicate')
    .map(([reason, { count, firstLines }]) => `${reason} ${count} (first in line ${firstLines[0]})`);
  return `${tally.bad} of ${lines} lines are not of the form 416,1234567: ${reasons.join(', ')}.`;
}
