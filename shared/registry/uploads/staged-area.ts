import { crc32 } from 'node:zlib';
import { createLineSet, type DatedLine, type LineSet } from '../line-set.ts';
import { exchangeOfPage, linesOfAPage, pageOfArea } from '../page-address.ts';
import type { ListKind } from '../page-kinds.ts';

// What was read of one area, on its way from who reads the file to who loads the area. It lives for minutes: "RFSL", 1, three
// zero bytes; how many pages (4 bytes, the highest first), for each 1 byte kind, 2 bytes exchange, 1,250 bytes of bits; how many
// dated lines (4), for each kind (1), exchange (2), line (2), day (2); CRC-32 of all before it (4).

const magic = Buffer.from('RFSL\x01\0\0\0', 'latin1');
const bitsBytes = linesOfAPage / 8;
const pageBytes = 3 + bitsBytes;
const datedBytes = 7;
const checksumBytes = 4;

/** Staged lines that are not what was written. */
export class DamagedStagingError extends Error {
  override readonly name = 'DamagedStagingError';
}

/** `dated`: lines of this area only. The same lines give the same bytes. */
export function writeStagedArea(
  numbers: Pick<LineSet, 'bits'>,
  { pages, kinds }: { readonly pages: readonly string[]; readonly kinds: readonly ListKind[] },
  dated: readonly DatedLine[] = [],
): Uint8Array {
  const parts: Buffer[] = [];
  for (const kind of kinds) {
    for (const page of pages) {
      const bits = numbers.bits(page, kind);
      if (bits !== null) {
        const head = Buffer.alloc(3);
        head[0] = kind;
        head.writeUInt16BE(exchangeOfPage(page), 1);
        parts.push(head, Buffer.from(bits.buffer, bits.byteOffset, bits.byteLength));
      }
    }
  }
  const days = dated
    .map(({ page, line, kind, day }) => {
      const entry = Buffer.alloc(datedBytes);
      entry[0] = kind;
      entry.writeUInt16BE(exchangeOfPage(page), 1);
      entry.writeUInt16BE(line, 3);
      entry.writeUInt16BE(day, 5);
      return entry;
    })
    .sort(Buffer.compare);
  const body = Buffer.concat([magic, count(parts.length / 2), ...parts, count(days.length), ...days]);
  return Buffer.concat([body, count(crc32(body))]);
}

/** Throws DamagedStagingError. */
export function readStagedArea(area: string, bytes: Uint8Array): LineSet {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = file.length - checksumBytes;
  if (end < magic.length + 8 || !file.subarray(0, magic.length).equals(magic)) {
    throw new DamagedStagingError('not the lines of an area');
  }
  if (file.readUInt32BE(end) !== crc32(file.subarray(0, end))) {
    throw new DamagedStagingError('the checksum of staged lines does not match');
  }
  const pages = file.readUInt32BE(magic.length);
  const daysAt = magic.length + 4 + pages * pageBytes;
  const days = new Map<string, number>();
  for (let at = daysAt + 4; at < end; at += datedBytes) {
    days.set(file.toString('latin1', at, at + 5), file.readUInt16BE(at + 5));
  }
  const numbers = createLineSet();
  const place = Buffer.alloc(5);
  for (let at = magic.length + 4; at < daysAt; at += pageBytes) {
    file.copy(place, 0, at, at + 3);
    const kind = file.readUInt8(at);
    const page = Number(pageOfArea(area, file.readUInt16BE(at + 1)));
    for (let line = 0; line < linesOfAPage; line += 1) {
      if ((file.readUInt8(at + 3 + (line >>> 3)) & (0x80 >>> (line & 7))) !== 0) {
        place.writeUInt16BE(line, 3);
        numbers.add(page, line, kind, days.size === 0 ? null : (days.get(place.toString('latin1')) ?? null));
      }
    }
  }
  return numbers;
}

function count(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
