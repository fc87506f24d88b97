import { createHash } from 'node:crypto';
import type { ListDay } from './list-day.ts';
import { areaOfPage, linesOfAPage, pagesOfAnArea } from './page-address.ts';
import { everyContact, type ListKind } from './page-kinds.ts';

/**
 * The numbers of one list, a bit each, by page: about 1.3 KB a page, so a national list of 258 million numbers on some
 * 160,000 pages takes 200 MB whatever the order of its lines. Pages and areas are named as in page-address.ts, here as
 * numbers. A number listed under two kinds counts twice.
 */
export interface LineSet {
  /**
   * False if the line was there already. `day` is one that the list itself gives; lists that date their entries are
   * small, and these days take some hundred bytes each.
   */
  add(page: number, line: number, kind?: ListKind, day?: ListDay | null): boolean;
  readonly size: number;
  /** Ascending; at least one. */
  kinds(): readonly ListKind[];
  /** Ascending lines, 0-9999. */
  lines(page: string, kind?: ListKind): Iterable<number>;
  day(page: string, line: number, kind?: ListKind): ListDay | null;
  /** Of the lines of a page, the highest bit first; null if there are none. */
  bits(page: string, kind?: ListKind): Uint8Array | null;
  /** Lines for which the list itself gives a day, by area, in no order. */
  datedLines(): ReadonlyMap<string, readonly DatedLine[]>;
  /** Ascending. */
  areas(): readonly AreaLines[];
}

export interface DatedLine {
  readonly page: string;
  readonly line: number;
  readonly kind: ListKind;
  readonly day: ListDay;
}

export interface AreaLines {
  readonly area: string;
  readonly pages: readonly string[];
  readonly numbers: number;
  /** SHA-256 (hex) over the area's pages and lines: equal for equal content, whatever the file looked like. */
  readonly digest: string;
}

interface Bits {
  readonly bits: Uint8Array;
  count: number;
}

export function createLineSet(): LineSet {
  const byKind = new Map<ListKind, Map<number, Bits>>();
  const days = new Map<string, ListDay>();
  let size = 0;
  let lastPage = -1;
  let lastKind = -1;
  let last: Bits = { bits: new Uint8Array(0), count: 0 };
  const kinds = () => (byKind.size === 0 ? [everyContact] : [...byKind.keys()].sort((a, b) => a - b));
  const ascending = () => {
    const pages = new Set<number>();
    for (const ofKind of byKind.values()) {
      for (const page of ofKind.keys()) {
        pages.add(page);
      }
    }
    return [...pages].sort((a, b) => a - b);
  };
  return {
    add(page, line, kind = everyContact, day = null) {
      if (page !== lastPage || kind !== lastKind) {
        const ofKind = byKind.get(kind) ?? new Map<number, Bits>();
        byKind.set(kind, ofKind);
        last = ofKind.get(page) ?? { bits: new Uint8Array(linesOfAPage / 8), count: 0 };
        ofKind.set(page, last);
        lastPage = page;
        lastKind = kind;
      }
      const at = line >>> 3;
      const mask = 0x80 >>> (line & 7);
      const before = last.bits[at] ?? 0;
      if ((before & mask) !== 0) {
        return false;
      }
      last.bits[at] = before | mask;
      last.count += 1;
      size += 1;
      if (day !== null) {
        days.set(`${page}/${line}/${kind}`, day);
      }
      return true;
    },
    get size() {
      return size;
    },
    kinds,
    *lines(page, kind = everyContact) {
      const bits = byKind.get(kind)?.get(Number(page))?.bits ?? [];
      for (const [at, byte] of bits.entries()) {
        for (let bit = 0; byte !== 0 && bit < 8; bit += 1) {
          if ((byte & (0x80 >>> bit)) !== 0) {
            yield at * 8 + bit;
          }
        }
      }
    },
    day: (page, line, kind = everyContact) => days.get(`${page}/${line}/${kind}`) ?? null,
    bits: (page, kind = everyContact) => byKind.get(kind)?.get(Number(page))?.bits ?? null,
    datedLines: () =>
      Map.groupBy(
        [...days].map(([place, day]) => {
          const [page = '', line, kind] = place.split('/', 3);
          return { page, line: Number(line), kind: Number(kind), day };
        }),
        ({ page }) => areaOfPage(page),
      ),
    areas() {
      const pagesByArea = Map.groupBy(ascending(), (page) => Math.floor(page / pagesOfAnArea));
      const dated = [...days].sort(([a], [b]) => (a < b ? -1 : 1));
      return [...pagesByArea].map(([area, pages]) => {
        const hash = createHash('sha256');
        let numbers = 0;
        for (const kind of kinds()) {
          hash.update(kind === everyContact ? '' : `|${kind}|`);
          for (const page of pages) {
            const found = byKind.get(kind)?.get(page);
            hash.update(`${page}:`).update(found?.bits ?? '');
            numbers += found?.count ?? 0;
          }
        }
        for (const [line, day] of dated) {
          hash.update(Math.floor(Number.parseInt(line, 10) / pagesOfAnArea) === area ? `${line}@${day};` : '');
        }
        return { area: String(area), pages: pages.map(String), numbers, digest: hash.digest('hex') };
      });
    },
  };
}
