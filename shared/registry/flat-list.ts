import { createLineSet, type LineSet } from './line-set.ts';
import { otherKindOfFile } from './list-kind.ts';

export type SkipReason = 'bad_line' | 'wrong_length' | 'not_nanp' | 'other_area' | 'more_columns' | 'duplicate';

export interface Skipped {
  readonly count: number;
  /** Line numbers from 1, at most five. */
  readonly firstLines: readonly number[];
}

export interface FlatListSummary {
  /** Without empty ones. */
  readonly lines: number;
  readonly bytes: number;
  readonly skipped: Readonly<Partial<Record<SkipReason, Skipped>>>;
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
const firstLinesKept = 5;
/** Beyond this share, and more than a handful, it is not the list it should be. */
const badShare = 0.01;
const handful = 10;
const progressEvery = 1_000_000;

/**
 * Reads a flat full list of the US registry (one `416,1234567` a line; LF, CRLF or CR; a byte order mark and blanks
 * around a line are let pass) from chunks of bytes of any size. The exchange is not checked against the numbering plan:
 * a number nobody can dial is never looked up. Errors of the source are thrown; a file that is not such a list, or is
 * cut short, is refused as a whole.
 */
export async function readFlatList(
  chunks: AsyncIterable<Uint8Array>,
  options: FlatListOptions,
): Promise<FlatListOutcome> {
  const numbers = createLineSet();
  const skipped: Partial<Record<SkipReason, { count: number; firstLines: number[] }>> = {};
  let lines = 0;
  let lineNumber = 0;
  let bytes = 0;
  let bad = 0;
  let lastLineIsBad = false;

  const summary = (): FlatListSummary => ({ lines, bytes, skipped });
  const refused = (message: string): FlatListOutcome => ({ kind: 'refused', message, summary: summary() });
  const skip = (reason: SkipReason): void => {
    const entry = skipped[reason] ?? { count: 0, firstLines: [] };
    skipped[reason] = entry;
    entry.count += 1;
    if (entry.firstLines.length < firstLinesKept) {
      entry.firstLines.push(lineNumber);
    }
    if (reason !== 'duplicate') {
      bad += 1;
      lastLineIsBad = true;
    }
  };
  const take = (areaCode: number, rest: number): void => {
    if (areaCode < 200) {
      skip('not_nanp');
    } else if (options.areaCode !== null && areaCode !== Number(options.areaCode)) {
      skip('other_area');
    } else if (!numbers.add(1_000_000 + areaCode * 1000 + Math.floor(rest / 10_000), rest % 10_000)) {
      skip('duplicate');
    }
  };
  const takeLine = (buffer: Buffer, start: number, end: number): void => {
    lineNumber += 1;
    lastLineIsBad = false;
    const areaCode = end - start === 11 && buffer[start + 3] === 0x2c ? digits(buffer, start, start + 3) : -1;
    const rest = areaCode < 0 ? -1 : digits(buffer, start + 4, end);
    if (rest >= 0) {
      lines += 1;
      take(areaCode, rest);
    } else {
      takeOddLine(buffer.toString('latin1', start, end));
    }
    if (lines % progressEvery === 0 && lines > 0) {
      options.onProgress?.(lines);
    }
  };
  const takeOddLine = (raw: string): void => {
    const line = (lineNumber === 1 ? raw.replace(/^\u00ef\u00bb\u00bf/, '') : raw).trim();
    if (line === '') {
      return;
    }
    lines += 1;
    const [, areaCode, rest] = /^(\d{3})\s*,\s*(\d{7})$/.exec(line) ?? [];
    if (areaCode !== undefined && rest !== undefined) {
      take(Number(areaCode), Number(rest));
    } else if (/^\d+\s*,\s*\d+$/.test(line)) {
      skip('wrong_length');
    } else {
      skip(/^\d{3}\s*,\s*\d{7}\s*,/.test(line) ? 'more_columns' : 'bad_line');
    }
  };

  let carry: Buffer = Buffer.alloc(0);
  let begun = false;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    const buffer = Buffer.concat([carry, chunk]);
    if (!begun && buffer.length < 16) {
      carry = buffer;
      continue;
    }
    if (!begun) {
      begun = true;
      const otherKind = otherKindOfFile(buffer);
      if (otherKind !== null) {
        return refused(otherKind);
      }
    }
    let start = 0;
    for (let end = nextEnd(buffer, start); end >= 0; end = nextEnd(buffer, start)) {
      takeLine(buffer, start, end);
      start = end + (buffer[end] === 0x0d && buffer[end + 1] === 0x0a ? 2 : 1);
    }
    carry = buffer.subarray(start);
    if (carry.length > longestLine) {
      return refused(`Line ${lineNumber + 1} has more than ${longestLine} characters; this is not a list of numbers.`);
    }
    if (bytes > mostBytes) {
      return refused(`It is larger than ${mostBytes} bytes, twice the national list.`);
    }
    if (bad > handful && bad > lines / 2) {
      return refused(badLines(bad, lines, skipped));
    }
  }
  if (bytes === 0) {
    return refused('The file is empty.');
  }
  const otherKind = begun ? null : otherKindOfFile(carry);
  if (otherKind !== null) {
    return refused(otherKind);
  }
  const lastEnd = carry.at(-1) === 0x0d ? carry.length - 1 : carry.length;
  if (carry.length > 0) {
    takeLine(carry, 0, lastEnd);
    if (lastLineIsBad && lastEnd === carry.length) {
      return refused(`The file ends in the middle of line ${lineNumber}: it was cut short. Fetch it again.`);
    }
  }
  if (numbers.size === 0 || (bad > handful && bad > lines * badShare) || bad >= numbers.size) {
    return refused(bad === 0 ? 'The file holds no numbers.' : badLines(bad, lines, skipped));
  }
  return { kind: 'read', numbers, summary: summary() };
}

function badLines(bad: number, lines: number, skipped: FlatListSummary['skipped']): string {
  const reasons = Object.entries(skipped)
    .filter(([reason]) => reason !== 'duplicate')
    .map(([reason, entry]) => `${reason} ${entry.count} (first in line ${entry.firstLines[0]})`);
  return (
    `${bad} of ${lines} lines are not of the form 416,1234567: ${reasons.join(', ')}. ` +
    'This is not a flat full list, or it is damaged.'
  );
}

/** The position of the next line end. A CR at the very end waits for the next chunk, which may begin with its LF. */
function nextEnd(buffer: Buffer, start: number): number {
  const lf = buffer.indexOf(0x0a, start);
  const reach = lf < 0 ? buffer.length - 1 : lf;
  for (let at = start; at < reach; at += 1) {
    if (buffer[at] === 0x0d) {
      return at;
    }
  }
  return lf;
}

function digits(buffer: Buffer, start: number, end: number): number {
  let value = 0;
  for (let at = start; at < end; at += 1) {
    const digit = (buffer[at] ?? 0) - 0x30;
    if (digit < 0 || digit > 9) {
      return -1;
    }
    value = value * 10 + digit;
  }
  return value;
}
