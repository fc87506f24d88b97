import { maxPageBytes } from '#shared/registry/continue-page.ts';
import { areaOfPage, linesOfAPage } from '#shared/registry/page-address.ts';
import { everyContact } from '#shared/registry/page-kinds.ts';
import { encodePage } from '#shared/registry/write-page.ts';
import { type Seeded, seeded } from '#test/support/seeded.ts';
import type { InventedRegistry } from './invented-registry.ts';
import { writeArchive } from './page-archive.ts';

/** What a question should be answered with. */
export interface Question {
  readonly e164: string;
  /** The true day; 0 if the line is not listed. */
  readonly day: number;
}

export interface BuiltArchive {
  readonly numbers: number;
  readonly dated: number;
  readonly bytes: number;
  readonly pageBytes: number;
  /** Of pages as items: 1 KB each, the key and names of the item included. */
  readonly writeUnits: number;
  readonly seconds: number;
  readonly blurred: number;
  /** Listed lines, and the next line after each that is not: hard to tell apart. Shuffled. */
  readonly hits: readonly Question[];
  readonly misses: readonly Question[];
}

/** Bytes of the item around a page: key, attribute names. */
const aroundAPage = 60;

/** Encodes a whole registry; `seconds` is the encoding alone, not the inventing or the writing to disk. */
export function buildArchive(
  registry: InventedRegistry,
  options: {
    readonly path: string;
    readonly windowStart: number;
    readonly questions: number;
    /** Sees every page, in order, for what else should hold the same numbers. */
    readonly onPage?: (page: string, days: Uint16Array) => void;
  },
): BuiltArchive {
  const areas = [...new Set(registry.pages.map((page) => Number(areaOfPage(page))))];
  const writer = writeArchive(options.path, areas);
  const random = seeded(17);
  const hits: Question[] = [];
  const misses: Question[] = [];
  const limits = { windowStart: options.windowStart, maxBytes: maxPageBytes };
  const sums = { numbers: 0, dated: 0, pageBytes: 0, writeUnits: 0, blurred: 0 };
  let milliseconds = 0;
  const each = Math.ceil(options.questions / registry.pages.length);
  for (const page of registry.pages) {
    const days = registry.days(page);
    const started = performance.now();
    const encoded = encodePage({ callingCode: '1', page }, { layers: [{ kind: everyContact, days }] }, limits);
    milliseconds += performance.now() - started;
    writer.add(page, encoded.page);
    for (const day of days) {
      sums.numbers += Number(day !== 0);
      sums.dated += Number(day > options.windowStart);
    }
    sums.pageBytes += encoded.page.length;
    sums.writeUnits += Math.ceil((encoded.page.length + aroundAPage) / 1024);
    sums.blurred += encoded.blurred;
    for (let left = each; left > 0; left -= 1) {
      ask(random, page, days, hits, misses);
    }
    options.onPage?.(page, days);
  }
  const { bytes } = writer.close();
  return {
    ...sums,
    bytes,
    seconds: milliseconds / 1000,
    hits: shuffled(random, hits),
    misses: shuffled(random, misses),
  };
}

/** A listed line of the page, wherever, and the next one that is not. */
function ask(random: Seeded, page: string, days: Uint16Array, hits: Question[], misses: Question[]): void {
  let hit = random.below(linesOfAPage);
  while (hit < linesOfAPage && days[hit] === 0) {
    hit += 1;
  }
  let miss = hit + 1;
  while (miss < linesOfAPage && days[miss] !== 0) {
    miss += 1;
  }
  // Through bytes, so that the string is in one piece, as one that was received.
  const e164 = (line: number) => Buffer.from(`+${page}${String(line).padStart(4, '0')}`).toString('latin1');
  if (miss < linesOfAPage) {
    hits.push({ e164: e164(hit), day: days[hit] ?? 0 });
    misses.push({ e164: e164(miss), day: 0 });
  }
}

function shuffled(random: Seeded, questions: Question[]): readonly Question[] {
  for (let at = questions.length - 1; at > 0; at -= 1) {
    const other = random.below(at + 1);
    const [a, b] = [questions[at], questions[other]];
    if (a !== undefined && b !== undefined) {
      questions[at] = b;
      questions[other] = a;
    }
  }
  return questions;
}
