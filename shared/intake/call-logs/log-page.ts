import type { LogRow, OnRow, SkipReason } from './log-row.ts';
import type { Offer, OfferedCall } from './offered-call.ts';

/** JSON bytes of one page: even if every one were escaped once more on its way, an answer stays under a function's 6 MB. */
export const pageLimit = 2_750_000;

interface LogPage {
  readonly onRow: OnRow;
  content(): {
    readonly calls: readonly OfferedCall[];
    readonly skipped: readonly { readonly row: number; readonly reason: SkipReason }[];
    readonly cursor: string | null;
    readonly timeZoneNeeded: boolean;
  };
}

/** Collects the rows of one page, from the row numbered `from` on; the others are only counted. */
export function logPage(from: number, offer: (row: LogRow, number: number) => Offer, limit = pageLimit): LogPage {
  const calls: OfferedCall[] = [];
  const skipped: { readonly row: number; readonly reason: SkipReason }[] = [];
  let timeZoneNeeded = false;
  let bytes = 0;
  let number = 0;
  let next: number | null = null;

  /** The first entry always fits: no row is larger than a page. */
  const add = <Entry>(entries: Entry[], entry: Entry): void => {
    const size = Buffer.byteLength(JSON.stringify(entry)) + 1;
    if (bytes > 0 && bytes + size > limit) {
      next = number;
      return;
    }
    bytes += size;
    entries.push(entry);
  };

  return {
    onRow: (reading) => {
      number += 1;
      if (number < from || next !== null) {
        return;
      }
      const offered = reading.kind === 'row' ? offer(reading.row, number) : reading;
      if (offered.kind === 'skipped') {
        add(skipped, { row: number, reason: offered.reason });
      } else {
        add(calls, offered.call);
        timeZoneNeeded ||= offered.zoneMissing;
      }
    },
    content: () => ({ calls, skipped, cursor: next === null ? null : String(next), timeZoneNeeded }),
  };
}
