import { pageLimit } from '../log-page.ts';
import type { LogRow, OnRow } from '../log-row.ts';
import type { Offer } from '../offered-call.ts';

interface LogPages {
  readonly onRow: OnRow;
  /** Hands over the last page; answers the first row of each. */
  end(): { readonly pages: readonly number[]; readonly timeZoneNeeded: boolean };
}

/**
 * Cuts the rows of a log into pages (JSON of an UploadPage) and hands each over, by its first row, as soon as the next begins:
 * never more than one is in memory here. `limit` is in bytes; the first entry of a page always fits.
 */
export function logPages(
  offer: (row: LogRow, number: number) => Offer,
  onPage: (firstRow: number, json: string) => void,
  limit = pageLimit,
): LogPages {
  const pages = [1];
  let calls: string[] = [];
  let skipped: string[] = [];
  let timeZoneNeeded = false;
  let bytes = 0;
  let number = 0;

  const give = (cursor: string | null): void => {
    const json = `{"calls":[${calls.join(',')}],"skipped":[${skipped.join(',')}],"cursor":${JSON.stringify(cursor)}}`;
    onPage(pages.at(-1) ?? 1, json);
    [calls, skipped, bytes] = [[], [], 0];
  };

  return {
    onRow: (reading) => {
      number += 1;
      const offered = reading.kind === 'row' ? offer(reading.row, number) : reading;
      const entry = JSON.stringify(offered.kind === 'skipped' ? { row: number, reason: offered.reason } : offered.call);
      const size = Buffer.byteLength(entry) + 1;
      if (bytes > 0 && bytes + size > limit) {
        give(String(number));
        pages.push(number);
      }
      bytes += size;
      (offered.kind === 'skipped' ? skipped : calls).push(entry);
      timeZoneNeeded ||= offered.kind === 'offered' && offered.zoneMissing;
    },
    end: () => {
      give(null);
      return { pages, timeZoneNeeded };
    },
  };
}
