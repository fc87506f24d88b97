import { writeRows } from './row-ranges.ts';

export interface SentRows {
  /** Rows that are reported. */
  readonly rows: Iterable<number>;
  /** How many of the chosen could not be taken for now. */
  readonly left?: number;
  /** How many intake refuses. */
  readonly refused?: number;
  /** The log is still here. */
  readonly kept?: boolean;
}

/** The receipts of a log's rows: `next`, while there may be more to report; `reports`, to keep. */
export function reportsPath(
  id: string,
  page: 'next' | 'reports' | 'receipts.txt',
  { rows, left = 0, refused = 0, kept = false }: SentRows,
): string {
  const query = new URLSearchParams({
    rows: writeRows(rows),
    ...(left > 0 ? { left: String(left) } : {}),
    ...(refused > 0 ? { refused: String(refused) } : {}),
    ...(kept ? { kept: 'yes' } : {}),
  });
  return `/log/${id}/${page}?${query.toString().replaceAll('%2C', ',')}`;
}
