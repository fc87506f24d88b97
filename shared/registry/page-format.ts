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
export const format = 1;
export const bitmapForm = 0;
export const listForm = 1;
export const headerBytes = 12;
export const bitmapBytes = linesOfAPage / 8;
export const ownDayBytes = 3;
export const farthestOwnDay = 1023;

export interface PageView {
  readonly bytes: Buffer;
  readonly form: number;
  readonly common: ListDay;
  readonly own: number;
  readonly ownDaysAt: number;
}

/** Checks a page and reads its header. Throws DamagedPageError. */
export function openPage(page: Uint8Array): PageView {
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

export function checksum(page: Buffer): number {
  return crc32(page.subarray(headerBytes), crc32(page.subarray(0, 8)));
}
