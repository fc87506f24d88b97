import { timingSafeEqual } from 'node:crypto';
import type { KeyedHash } from '#shared/runtime/keyed-hash.ts';
import { isLogId } from './log-page.ts';
import { readRows, writeRows } from './row-ranges.ts';

/** As many reports as an address can name. */
export const mostSent = 1000;

/** What became of the chosen calls of a log. */
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

/**
 * The receipts of a log's rows: `next`, while there may be more to report; `reports`, to keep. Sealed, so that nobody has
 * us look for reports that we have not led to, or say what did not happen.
 */
export function reportsPath(
  hash: KeyedHash,
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
  query.set('seal', sealOf(hash, id, Object.fromEntries(query)));
  return `/log/${id}/${page}?${query}`;
}

export interface KnownRows extends Required<SentRows> {
  readonly rows: readonly number[];
}

/** What such an address says; null for one that we did not make. */
export function sentRows(
  hash: KeyedHash,
  id: string,
  query: Readonly<Record<string, string | undefined>>,
): KnownRows | null {
  const given = Buffer.from((query['seal'] ?? '').slice(0, 100));
  const wanted = Buffer.from(sealOf(hash, id, query));
  const rows = readRows(query['rows'] ?? '', mostSent);
  if (!isLogId(id) || rows === null || given.length !== wanted.length || !timingSafeEqual(given, wanted)) {
    return null;
  }
  return {
    rows,
    left: Number(query['left'] ?? 0),
    refused: Number(query['refused'] ?? 0),
    kept: query['kept'] === 'yes',
  };
}

/** A change of language may stand beside what is sealed. */
function sealOf(hash: KeyedHash, id: string, query: Readonly<Record<string, string | undefined>>): string {
  const { rows = '', left = '', refused = '', kept = '' } = query;
  return hash(JSON.stringify(['log reports', id, rows, left, refused, kept]))
    .subarray(0, 16)
    .toString('base64url');
}
