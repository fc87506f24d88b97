import { linesOfAPage } from '#shared/registry/page-address.ts';
import { findInSet, writeSet } from '#shared/registry/page-set.ts';
import { seeded } from '#test/support/seeded.ts';
import { machine, printTable } from '../../figures.ts';
import { inventRegistry } from '../invented-registry.ts';
import type { Encoding } from './encoding.ts';
import { eliasFano, rice } from './gaps.ts';
import { numberedBlocks } from './numbered.ts';
import { bitmap, roaring, sortedList, varints } from './plain.ts';
import { rrr } from './rrr.ts';

/** The set of the page format; its reader is told form and count, which the page's header holds. */
const chosen: Encoding = {
  name: 'chosen: blocks of 50, twenty a group; or gaps',
  encode(lines) {
    const { form, bytes } = writeSet(lines, linesOfAPage, 255);
    return Uint8Array.from([form, lines.length >>> 8, lines.length & 255, ...bytes]);
  },
  has: (view, at, line) =>
    findInSet(view, (at + 3) * 8, view.getUint8(at), linesOfAPage, view.getUint16(at + 1), line) >= 0,
};

const encodings = [
  bitmap,
  roaring,
  sortedList,
  varints,
  eliasFano,
  rice,
  rrr,
  numberedBlocks(50),
  numberedBlocks(100),
  numberedBlocks(200),
  numberedBlocks(250),
  chosen,
];
const rounds = 7;
const lookUps = 200_000;

interface Made {
  readonly encoding: Encoding;
  readonly view: DataView;
  readonly starts: Uint32Array;
  readonly bits: number;
  readonly encodeMicroseconds: number;
  best: number;
}

/** Encodings of the lines of a page side by side: bits a number, look-ups a second from an E.164 string, time to write. */
export function benchEncodings(numbers: number): void {
  const registry = inventRegistry({ numbers, listDay: 20_700, windowDays: 455, recent: 0 });
  const sets = registry.pages.map((page) => {
    const lines: number[] = [];
    for (const [line, day] of registry.days(page).entries()) {
      if (day !== 0) {
        lines.push(line);
      }
    }
    return lines;
  });
  const total = sets.reduce((sum, lines) => sum + lines.length, 0);
  console.log(
    `${machine()}\n${total} numbers on ${sets.length} pages; no code does with less than ${registry.limit().toFixed(2)} bits\n`,
  );
  const random = seeded(5);
  const asked = Array.from({ length: lookUps }, () => {
    const page = registry.pages[random.below(registry.pages.length)] ?? '';
    return `+${page}${String(random.below(linesOfAPage)).padStart(4, '0')}`;
  });
  const index = new Map(registry.pages.map((page, at) => [Number(page), at]));
  const made = encodings.map((encoding): Made => makePages(encoding, sets, total));
  const found = new Set<number>();
  for (let round = 0; round < rounds; round += 1) {
    for (const each of made) {
      const started = performance.now();
      let hits = 0;
      for (const e164 of asked) {
        const digits = Number(e164);
        const page = Math.floor(digits / linesOfAPage);
        hits += Number(
          each.encoding.has(each.view, each.starts[index.get(page) ?? 0] ?? 0, digits - page * linesOfAPage),
        );
      }
      each.best = Math.max(each.best, lookUps / (performance.now() - started));
      found.add(hits);
    }
  }
  if (found.size !== 1) {
    throw new Error('the encodings do not agree');
  }
  printTable(
    ['lines of a page', 'bits a number', 'thousand look-ups/s', 'µs to write a page'],
    made.map(({ encoding, bits, best, encodeMicroseconds }) => [
      encoding.name,
      bits.toFixed(2),
      best.toFixed(0),
      encodeMicroseconds.toFixed(0),
    ]),
  );
}

function makePages(encoding: Encoding, sets: readonly (readonly number[])[], total: number): Made {
  const started = performance.now();
  const pages = sets.map((lines) => encoding.encode(lines));
  const encodeMicroseconds = ((performance.now() - started) * 1000) / sets.length;
  const starts = new Uint32Array(pages.length);
  let length = 0;
  for (const [at, page] of pages.entries()) {
    starts[at] = length;
    length += page.length;
  }
  const bytes = Buffer.concat([...pages, Buffer.alloc(4)]);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { encoding, view, starts, bits: (length * 8) / total, encodeMicroseconds, best: 0 };
}
