import { createLineSet, type LineSet } from './line-set.ts';
import { createLineSplitter } from './line-splitter.ts';
import { otherKindOfFile } from './list-kind.ts';
import { createSkipTally, describeBadLines, type SkippedByReason, type SkipReason } from './skip-tally.ts';

export interface FlatListSummary {
  /** Without empty ones. */
  readonly lines: number;
  readonly bytes: number;
  readonly skipped: SkippedByReason;
}

export type FlatListOutcome =
  | { readonly kind: 'read'; readonly numbers: LineSet; readonly summary: FlatListSummary }
  | { readonly kind: 'refused'; readonly message: string; readonly summary: FlatListSummary };

export interface FlatListOptions {
  /** The one area code the file claims to hold. */
  readonly areaCode: string | null;
  readonly onProgress?: (lines: number) => void;
}

/** Twice the national list of 2025 (258.5 million lines of 12 bytes). */
const mostBytes = 6_500_000_000;
const longestLine = 4096;
/** Enough to tell what kind of file it is. */
const startBytes = 1024;
/** Beyond this share, and more than a handful, it is not the list it should be. */
const badShare = 0.01;
const handful = 10;
const progressEvery = 1_000_000;

/**
 * Reads a flat full list of the US registry (one `416,1234567` a line; any line ends; a byte order mark and blanks are
 * let pass) from chunks of bytes of any size. Bad lines are skipped and counted. A file that is not such a list, or was
 * cut short, is refused as a whole. Errors of the source are thrown.
 */
export async function readFlatList(
  chunks: AsyncIterable<Uint8Array>,
  options: FlatListOptions,
): Promise<FlatListOutcome> {
  const numbers = createLineSet();
  const tally = createSkipTally();
  const onlyArea = options.areaCode === null ? null : Number(options.areaCode);
  let lines = 0;
  let lineNumber = 0;
  let bytes = 0;
  const splitter = createLineSplitter((buffer, start, end) => {
    lineNumber += 1;
    const parsed = parseLine(buffer, start, end, lineNumber === 1);
    if (parsed === 'empty') {
      return;
    }
    lines += 1;
    const reason = typeof parsed === 'number' ? take(numbers, parsed, onlyArea) : parsed;
    if (reason !== null) {
      tally.skip(reason, lineNumber);
    }
    if (lines % progressEvery === 0) {
      options.onProgress?.(lines);
    }
  });
  const refused = (message: string): FlatListOutcome => ({
    kind: 'refused',
    message,
    summary: { lines, bytes, skipped: tally.byReason },
  });

  let start: Buffer | null = Buffer.alloc(0);
  for await (const chunk of chunks) {
    bytes += chunk.length;
    let next = chunk;
    if (start !== null) {
      start = Buffer.concat([start, chunk]);
      if (start.length < startBytes) {
        continue;
      }
      const otherKind = otherKindOfFile(start);
      if (otherKind !== null) {
        return refused(otherKind);
      }
      next = start;
      start = null;
    }
    splitter.push(next);
    if (splitter.pending > longestLine) {
      return refused(`Line ${lineNumber + 1} has more than ${longestLine} characters: this is not a list of numbers.`);
    }
    if (bytes > mostBytes) {
      return refused(`It is larger than ${mostBytes} bytes, twice the national list.`);
    }
    if (tally.bad > handful && tally.bad > lines / 2) {
      return refused(describeBadLines(tally, lines));
    }
  }
  if (start !== null) {
    const otherKind = start.length === 0 ? 'The file is empty.' : otherKindOfFile(start);
    if (otherKind !== null) {
      return refused(otherKind);
    }
    splitter.push(start);
  }
  const last = splitter.finish();
  if (last !== null && /^(?:\d{1,3}|\d{3},\d{0,6})$/.test(last)) {
    return refused(`The file ends in the middle of line ${lineNumber}: it was cut short. Fetch it again.`);
  }
  if ((tally.bad > handful && tally.bad > lines * badShare) || (tally.bad > 0 && tally.bad >= numbers.size)) {
    return refused(`${describeBadLines(tally, lines)} This is not a flat full list, or it is damaged.`);
  }
  if (numbers.size === 0) {
    return refused('The file holds no numbers.');
  }
  return { kind: 'read', numbers, summary: { lines, bytes, skipped: tally.byReason } };
}

/**
 * Null if the number is new. The area code has the form that the North American plan gives area codes; the exchange is
 * not checked, because a number nobody can dial is never looked up.
 */
function take(numbers: LineSet, national: number, onlyArea: number | null): SkipReason | null {
  const areaCode = Math.floor(national / 10_000_000);
  if (areaCode < 200) {
    return 'not_nanp';
  }
  if (onlyArea !== null && areaCode !== onlyArea) {
    return 'other_area';
  }
  return numbers.add(1_000_000 + Math.floor(national / 10_000), national % 10_000) ? null : 'duplicate';
}

/** The ten digits of a line as a number, or what is wrong with it. */
function parseLine(
  buffer: Buffer,
  start: number,
  end: number,
  isFirst: boolean,
): number | 'empty' | 'bad_line' | 'wrong_length' | 'more_columns' {
  if (end - start === 11 && buffer[start + 3] === 0x2c) {
    const national = tenDigits(buffer, start);
    if (national >= 0) {
      return national;
    }
  }
  const raw = buffer.toString('latin1', start, end);
  const line = (isFirst ? raw.replace(/^\u00ef\u00bb\u00bf/, '') : raw).trim();
  const [, areaCode = '', rest = ''] = /^(\d{3})\s*,\s*(\d{7})$/.exec(line) ?? [];
  if (areaCode !== '') {
    return Number(areaCode + rest);
  }
  if (line === '') {
    return 'empty';
  }
  if (/^\d+\s*,\s*\d+$/.test(line)) {
    return 'wrong_length';
  }
  return /^\d{3}\s*,\s*\d{7}\s*,/.test(line) ? 'more_columns' : 'bad_line';
}

/** Negative if one of `ddd,ddddddd` is not a digit. */
function tenDigits(buffer: Buffer, start: number): number {
  let value = 0;
  for (let at = start; at < start + 11; at += 1) {
    const digit = (buffer[at] ?? 0) - 0x30;
    if (digit >= 0 && digit <= 9) {
      value = value * 10 + digit;
    } else if (at !== start + 3) {
      return -1;
    }
  }
  return value;
}
