import type { ListDay } from './list-day.ts';
import { exchangeOfPage, linesOfAPage, pagesOfAnArea } from './page-address.ts';
import type { ListKind } from './page-kinds.ts';
import type { LayerLines } from './page-layer.ts';
import { readPageLayers } from './read-page.ts';

/**
 * The pages of an area laid out for those who ask millions of questions: a bit for each line, so that a line is looked at
 * where a stored page is unwound; 7.6 bits a number of a national list instead of 4.5 (docs/adr/0022).
 */
export interface UnpackedArea {
  readonly bytes: number;
  /** `exchange` is 0-999, `line` 0-9999; 0 if it is not listed under this kind. */
  dayOf(exchange: number, line: number, kind: ListKind): ListDay;
}

// A layer in words of 16 bits: a bit for each line (the first is the lowest of its word), the common day, how many lines have a
// later one of their own, these lines ascending, their days. Bits first: of a line that is not listed nothing else is fetched.
const wordBits = 16;
const commonAt = linesOfAPage / wordBits;
const ownAt = commonAt + 1;
const ownLinesAt = ownAt + 1;

interface KindOfArea {
  /** By exchange: where its layer begins in `words`; -1 if it has none. */
  readonly starts: Int32Array;
  readonly words: Uint16Array;
}

/** The pages must be of one area. Throws DamagedPageError. */
export function unpackArea(pages: ReadonlyMap<string, Uint8Array>): UnpackedArea {
  const layers = new Map<ListKind, { readonly starts: Int32Array; words: number; readonly unpacked: Uint16Array[] }>();
  for (const [page, bytes] of pages) {
    for (const lines of readPageLayers(bytes)) {
      const { kind } = lines;
      const layer = layers.get(kind) ?? { starts: new Int32Array(pagesOfAnArea).fill(-1), words: 0, unpacked: [] };
      layers.set(kind, layer);
      const unpacked = unpackLayer(lines);
      layer.starts[exchangeOfPage(page)] = layer.words;
      layer.words += unpacked.length;
      layer.unpacked.push(unpacked);
    }
  }
  const kinds = new Map<ListKind, KindOfArea>();
  let bytes = 0;
  for (const [kind, { starts, words, unpacked }] of layers) {
    kinds.set(kind, { starts, words: joined(unpacked, words) });
    bytes += starts.byteLength + words * Uint16Array.BYTES_PER_ELEMENT;
  }
  return {
    bytes,
    dayOf(exchange, line, kind) {
      const layer = kinds.get(kind);
      const start = layer?.starts[exchange] ?? -1;
      return layer === undefined || start < 0 ? 0 : findDay(layer.words, start, line);
    },
  };
}

function unpackLayer({ lines, days }: LayerLines): Uint16Array {
  let common = days[0] ?? 0;
  for (const day of days) {
    common = Math.min(common, day);
  }
  const later = lines.filter((_, place) => (days[place] ?? 0) > common);
  const words = new Uint16Array(ownLinesAt + 2 * later.length);
  words[commonAt] = common;
  words[ownAt] = later.length;
  words.set(later, ownLinesAt);
  words.set(
    days.filter((day) => day > common),
    ownLinesAt + later.length,
  );
  for (const line of lines) {
    const word = Math.floor(line / wordBits);
    words[word] = (words[word] ?? 0) | (1 << (line % wordBits));
  }
  return words;
}

function findDay(words: Uint16Array, start: number, line: number): ListDay {
  if ((((words[start + (line >>> 4)] ?? 0) >>> (line & 15)) & 1) === 0) {
    return 0;
  }
  const own = words[start + ownAt] ?? 0;
  const first = start + ownLinesAt;
  let low = first;
  for (let high = first + own; low < high; ) {
    const middle = (low + high) >>> 1;
    if ((words[middle] ?? 0) < line) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low < first + own && words[low] === line ? (words[low + own] ?? 0) : (words[start + commonAt] ?? 0);
}

function joined(parts: readonly Uint16Array[], length: number): Uint16Array {
  const all = new Uint16Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
