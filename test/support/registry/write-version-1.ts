import { crc32 } from 'node:zlib';
import type { ListedDays } from '#shared/registry/page-format.ts';

const bitmapBytes = 1250;
const headerBytes = 12;

/** A page of version 1 as it was written until version 2 came; lines up to `common` have no day of their own. */
export function writeVersion1(days: ListedDays, common: number): Uint8Array {
  const listed = [...days.entries()].filter(([, day]) => day !== 0);
  const own = listed.filter(([, day]) => day > common);
  const rest = listed.filter(([, day]) => day <= common);
  const asList = 2 * rest.length < bitmapBytes;
  const page = Buffer.alloc(headerBytes + (asList ? 2 * rest.length : bitmapBytes) + 3 * own.length);
  page[0] = 1;
  page[1] = Number(asList);
  page.writeUInt16BE(listed.length, 2);
  page.writeUInt16BE(common, 4);
  page.writeUInt16BE(own.length, 6);
  if (asList) {
    for (const [index, [line]] of rest.entries()) {
      page.writeUInt16BE(line, headerBytes + 2 * index);
    }
  } else {
    for (const [line] of listed) {
      page[headerBytes + (line >>> 3)] = (page[headerBytes + (line >>> 3)] ?? 0) | (0x80 >>> (line & 7));
    }
  }
  for (const [index, [line, day]] of own.entries()) {
    page.writeUIntBE((line << 10) | (day - common), page.length - 3 * (own.length - index), 3);
  }
  page.writeUInt32BE(crc32(page.subarray(headerBytes), crc32(page.subarray(0, 8))), 8);
  return page;
}
