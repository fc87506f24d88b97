import { crc32 } from 'node:zlib';
import type { ListDay } from './list-day.ts';
import { linesOfAPage } from './page-address.ts';
import { DamagedPageError, type ListedDays, noListedDays } from './page-format.ts';

/**
 * Version 1 of the page, which is read and no longer written. All numbers big-endian.
 *
 * | bytes | content                                                                     |
 * | ----- | --------------------------------------------------------------------------- |
 * | 0     | version, 1                                                                  |
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
export const version1 = 1;
const bitmapForm = 0;
const listForm = 1;
const headerBytes = 12;
const bitmapBytes = linesOfAPage / 8;
const ownDayBytes = 3;
const ownDayMask = 1023;

/** The line's day as version 2 tells it; 0 if it is not listed. Throws DamagedPageError. */
export function findDayInVersion1(page: Uint8Array, line: number): ListDay {
  return decodeVersion1(page)[line] ?? 0;
}

/** Throws DamagedPageError. */
export function decodeVersion1(page: Uint8Array): ListedDays {
  const bytes = Buffer.from(page.buffer, page.byteOffset, page.byteLength);
  if (bytes.length < headerBytes || bytes[0] !== version1) {
    throw new DamagedPageError('not a page of version 1');
  }
  if (bytes.readUInt32BE(8) !== crc32(bytes.subarray(headerBytes), crc32(bytes.subarray(0, 8)))) {
    throw new DamagedPageError('the checksum does not match');
  }
  const form = bytes[1] ?? bitmapForm;
  const count = bytes.readUInt16BE(2);
  const common = bytes.readUInt16BE(4);
  const own = bytes.readUInt16BE(6);
  const ownDaysAt = headerBytes + (form === listForm ? 2 * (count - own) : bitmapBytes);
  if (form > listForm || own > count || bytes.length !== ownDaysAt + own * ownDayBytes) {
    throw new DamagedPageError('the length does not match the counts');
  }
  const days = noListedDays();
  if (form === bitmapForm) {
    for (let line = 0; line < linesOfAPage; line += 1) {
      if (((bytes[headerBytes + (line >>> 3)] ?? 0) & (0x80 >>> (line & 7))) !== 0) {
        days[line] = common;
      }
    }
  } else {
    for (let at = headerBytes; at < ownDaysAt; at += 2) {
      days[bytes.readUInt16BE(at)] = common;
    }
  }
  for (let at = ownDaysAt; at < bytes.length; at += ownDayBytes) {
    const entry = bytes.readUIntBE(at, ownDayBytes);
    days[entry >>> 10] = common + (entry & ownDayMask);
  }
  return days;
}
