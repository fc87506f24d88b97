import type { RefusalReason } from '#shared/sender/refusal.ts';

export type LineStatus = 'registered' | 'not_registered' | 'unknown' | 'unreadable';

interface Counted {
  count: number;
  readonly firstRows: number[];
}

/** What came out, in counts and rows; never a number. */
export interface CheckTally {
  readonly statuses: Readonly<Record<LineStatus, number>>;
  readonly skipped: ReadonlyMap<RefusalReason, Readonly<Counted>>;
  count(status: Exclude<LineStatus, 'unreadable'>): void;
  skip(reason: RefusalReason, row: number): void;
}

const firstRowsKept = 5;

export function createCheckTally(): CheckTally {
  const statuses = { registered: 0, not_registered: 0, unknown: 0, unreadable: 0 };
  const skipped = new Map<RefusalReason, Counted>();
  return {
    statuses,
    skipped,
    count(status) {
      statuses[status] += 1;
    },
    skip(reason, row) {
      statuses.unreadable += 1;
      const counted = skipped.get(reason) ?? { count: 0, firstRows: [] };
      skipped.set(reason, counted);
      counted.count += 1;
      if (counted.firstRows.length < firstRowsKept) {
        counted.firstRows.push(row);
      }
    },
  };
}
