import { crc32 } from 'node:zlib';
import type { ListDay } from './list-day.ts';
import { linesOfAPage } from './page-address.ts';

/**
 * The lines of one page and the first day each is known to have been listed: 10,000 entries, 0 for a line that is not
 * on the list.
 */
export type ListedDays = Uint16Array;

export function noListedDays(): ListedDays {
  return new Uint16Array(linesOfAPage);
}

export interface PageLimits {
  /** Days up to this one may be told as one "no later than" day; later ones are kept for each line while they fit. */
  readonly windowStart: ListDay;
  /** Bytes of the whole page. */
  readonly maxBytes: number;
}

export interface EncodedPage {
  readonly page: Uint8Array;
  /** Lines told with a later day than theirs, inside the window, because the page would be too large otherwise. */
  readonly blurred: number;
}

/** A stored page that cannot be read; nothing is ever answered from it. */
export class DamagedPageError extends Error {
  override readonly name = 'DamagedPageError';
}

/**
 * Format 1, all numbers big-endian; docs/adr/0006-exchange-pages.md says why.
 *
 * | bytes | content                                                                     |
 * | ----- | --------------------------------------------------------------------------- |
 * | 0     | format, 1                                                                   |
 * | 1     | how the lines are written: 0 bitmap, 1 sorted list                          |
 * | 2-3   | count of listed lines                                                       |
 * | 4-5   | common day: every listed line without a day of its own was listed by then,  |
 * |       | in days since 1970-01-01                                                    |
 * | 6-7   | count n of lines with a day of their own, all later than the common day     |
 * | 8-11  | CRC-32 (ISO-HDLC, as in zip) of all other bytes in order                    |
 * | 12-   | bitmap: 1,250 bytes, line i is bit 7 - i mod 8 of byte i div 8, all listed  |
 * |       | lines; or list: count - n ascending lines of two bytes, without the n       |
 * | end   | n ascending entries of three bytes: line (14 bits), days after common (10)  |
 */
const format = 1;
const bitmapForm = 0;
const listForm = 1;
const headerBytes = 12;
const bitmapBytes = linesOfAPage / 8;
const ownDayBytes = 3;
const farthestOwnDay = 1023;

/** Writes one page. The same lines, days and limits give the same bytes. Throws if not even one day for all fits. */
export function encodePage(days: ListedDays, limits: PageLimits): EncodedPage {
  const { count, common, own, blurred } = chooseCommonDay(days, limits);
  const form = 2 * (count - own) < bitmapBytes ? listForm : bitmapForm;
  const lineBytes = form === listForm ? 2 * (count - own) : bitmapBytes;
  const page = Buffer.alloc(headerBytes + lineBytes + own * ownDayBytes);
  page[0] = format;
  page[1] = form;
  page.writeUInt16BE(count, 2);
  page.writeUInt16BE(common, 4);
  page.writeUInt16BE(own, 6);
  let listed = headerBytes;
  let dated = headerBytes + lineBytes;
  for (let line = 0; line < linesOfAPage; line += 1) {
    const day = days[line] ?? 0;
    if (day === 0) {
      continue;
    }
    if (form === bitmapForm) {
      const at = headerBytes + (line >>> 3);
      page[at] = (page[at] ?? 0) | (0x80 >>> (line & 7));
    } else if (day <= common) {
      listed = page.writeUInt16BE(line, listed);
    }
    if (day > common) {
      dated = page.writeUIntBE((line << 10) | (day - common), dated, ownDayBytes);
    }
  }
  page.writeUInt32BE(checksum(page), 8);
  return { page, blurred };
}

/**
 * The first day on which a line was listed, as far as the page knows: the exact day, or a later one by which it surely
 * was. Null if the line is not listed. Reads only what it needs. Throws DamagedPageError.
 */
export function findListedDay(page: Uint8Array, line: number): ListDay | null {
  const view = openPage(page);
  const own = findOwnDay(view, line);
  if (own !== null) {
    return own;
  }
  const listed = view.form === bitmapForm ? hasBit(view, line) : isInList(view, line);
  return listed ? view.common : null;
}

/** All lines of a page with their days. Throws DamagedPageError. */
export function decodePage(page: Uint8Array): ListedDays {
  const view = openPage(page);
  const days = noListedDays();
  if (view.form === bitmapForm) {
    for (let line = 0; line < linesOfAPage; line += 1) {
      if (hasBit(view, line)) {
        days[line] = view.common;
      }
    }
  } else {
    for (let at = headerBytes; at < view.ownDaysAt; at += 2) {
      days[view.bytes.readUInt16BE(at)] = view.common;
    }
  }
  for (let at = view.ownDaysAt; at < view.bytes.length; at += ownDayBytes) {
    const entry = view.bytes.readUIntBE(at, ownDayBytes);
    days[entry >>> 10] = view.common + (entry & farthestOwnDay);
  }
  return days;
}

interface PageView {
  readonly bytes: Buffer;
  readonly form: number;
  readonly common: ListDay;
  readonly own: number;
  readonly ownDaysAt: number;
}

function openPage(page: Uint8Array): PageView {
  const bytes = Buffer.from(page.buffer, page.byteOffset, page.byteLength);
  if (bytes.length < headerBytes || bytes[0] !== format) {
    throw new DamagedPageError(`not a page of format ${format}`);
  }
  if (bytes.readUInt32BE(8) !== checksum(bytes)) {
    throw new DamagedPageError('the checksum does not match');
  }
  const form = bytes[1] ?? bitmapForm;
  const count = bytes.readUInt16BE(2);
  const own = bytes.readUInt16BE(6);
  const ownDaysAt = headerBytes + (form === listForm ? 2 * (count - own) : bitmapBytes);
  if (form > listForm || own > count || bytes.length !== ownDaysAt + own * ownDayBytes) {
    throw new DamagedPageError('the length does not match the counts');
  }
  return { bytes, form, common: bytes.readUInt16BE(4), own, ownDaysAt };
}

function checksum(page: Buffer): number {
  return crc32(page.subarray(headerBytes), crc32(page.subarray(0, 8)));
}

function hasBit(view: PageView, line: number): boolean {
  return ((view.bytes[headerBytes + (line >>> 3)] ?? 0) & (0x80 >>> (line & 7))) !== 0;
}

function isInList({ bytes, ownDaysAt }: PageView, line: number): boolean {
  let low = 0;
  let high = (ownDaysAt - headerBytes) / 2;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const found = bytes.readUInt16BE(headerBytes + 2 * middle);
    if (found === line) {
      return true;
    }
    if (found < line) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return false;
}

function findOwnDay({ bytes, common, own, ownDaysAt }: PageView, line: number): ListDay | null {
  let low = 0;
  let high = own;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const entry = bytes.readUIntBE(ownDaysAt + ownDayBytes * middle, ownDayBytes);
    if (entry >>> 10 === line) {
      return common + (entry & farthestOwnDay);
    }
    if (entry >>> 10 < line) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return null;
}

/**
 * The earliest day that may stand for all lines listed by then, such that the later ones lie in the window, near enough
 * for ten bits, and few enough to fit. A later common day is still true, only weaker.
 */
function chooseCommonDay(
  days: ListedDays,
  limits: PageLimits,
): { readonly count: number; readonly common: ListDay; readonly own: number; readonly blurred: number } {
  const linesByDay = new Map<ListDay, number>();
  let count = 0;
  for (const day of days) {
    if (day !== 0) {
      linesByDay.set(day, (linesByDay.get(day) ?? 0) + 1);
      count += 1;
    }
  }
  const ascending = [...linesByDay.keys()].sort((a, b) => a - b);
  const nearest = (ascending.at(-1) ?? 0) - farthestOwnDay;
  let upTo = 0;
  for (const [index, day] of ascending.entries()) {
    const earlier = upTo;
    upTo += linesByDay.get(day) ?? 0;
    const own = count - upTo;
    const next = ascending[index + 1] ?? Number.POSITIVE_INFINITY;
    const common = Math.max(day, nearest);
    const size = headerBytes + Math.min(bitmapBytes, 2 * upTo) + own * ownDayBytes;
    if (next > limits.windowStart && next > common && size <= limits.maxBytes) {
      return { count, common, own, blurred: common > limits.windowStart ? earlier : 0 };
    }
  }
  if (count === 0) {
    return { count: 0, common: 0, own: 0, blurred: 0 };
  }
  throw new RangeError(`a page of ${count} lines does not fit ${limits.maxBytes} bytes`);
}
