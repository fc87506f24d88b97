import { createHash } from 'node:crypto';
import { linesOfAPage, pagesOfAnArea } from './page-address.ts';

/**
 * The numbers of one list, a bit each, by page: about 1.3 KB a page, so a national list of 258 million numbers on some
 * 160,000 pages takes 200 MB whatever the order of its lines. Pages and areas are named as in page-address.ts, here as
 * numbers.
 */
export interface LineSet {
  /** False if the line was there already. */
  add(page: number, line: number): boolean;
  readonly size: number;
  /** Ascending lines, 0-9999. */
  lines(page: string): Iterable<number>;
  /** Ascending. */
  areas(): readonly AreaLines[];
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
  const byPage = new Map<number, Bits>();
  let size = 0;
  let lastPage = -1;
  let last: Bits = { bits: new Uint8Array(0), count: 0 };
  const ascending = () => [...byPage.keys()].sort((a, b) => a - b);
  return {
    add(page, line) {
      if (page !== lastPage) {
        last = byPage.get(page) ?? { bits: new Uint8Array(linesOfAPage / 8), count: 0 };
        byPage.set(page, last);
        lastPage = page;
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
      return true;
    },
    get size() {
      return size;
    },
    *lines(page) {
      const bits = byPage.get(Number(page))?.bits ?? [];
      for (const [at, byte] of bits.entries()) {
        for (let bit = 0; byte !== 0 && bit < 8; bit += 1) {
          if ((byte & (0x80 >>> bit)) !== 0) {
            yield at * 8 + bit;
          }
        }
      }
    },
    areas() {
      const pagesByArea = Map.groupBy(ascending(), (page) => Math.floor(page / pagesOfAnArea));
      return [...pagesByArea].map(([area, pages]) => {
        const hash = createHash('sha256');
        let numbers = 0;
        for (const page of pages) {
          const found = byPage.get(page);
          hash.update(`${page}:`).update(found?.bits ?? '');
          numbers += found?.count ?? 0;
        }
        return { area: String(area), pages: pages.map(String), numbers, digest: hash.digest('hex') };
      });
    },
  };
}
