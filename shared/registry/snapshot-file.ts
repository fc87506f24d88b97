import { crc32 } from 'node:zlib';
import { exchangeOfPage, pageOfArea, pagesOfAnArea } from './page-address.ts';
import { headerBytes, openPage } from './page-format.ts';
import { type ByteRange, DamagedSnapshotError } from './snapshot-archive.ts';

// The pages of an area in one file, docs/registry-snapshots.md: header, directory, checksum of both, pages.

const magic = Buffer.from('RFSA', 'latin1');
const version = 1;
const areaAt = 8;
const pagesAt = 16;
const lengthAt = 20;
const directoryAt = 24;
const entryBytes = 6;
const checksumBytes = 4;

/** So many first bytes hold the directory of any file. */
export const mostDirectoryBytes = directoryAt + pagesOfAnArea * entryBytes + checksumBytes;

/** Pages by name, in any order. Those without lines are left out. The same pages give the same bytes. */
export function writeAreaFile(area: string, pages: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const listed = [...pages].filter(([, bytes]) => bytes[headerBytes - 1] !== 0).sort(([a], [b]) => (a < b ? -1 : 1));
  const head = Buffer.alloc(directoryAt + listed.length * entryBytes + checksumBytes);
  magic.copy(head);
  head[magic.length] = version;
  head.writeBigUInt64BE(BigInt(area), areaAt);
  head.writeUInt32BE(listed.length, pagesAt);
  let at = head.length;
  for (const [index, [page, bytes]] of listed.entries()) {
    head.writeUInt16BE(exchangeOfPage(page), directoryAt + index * entryBytes);
    head.writeUInt32BE(at, directoryAt + index * entryBytes + 2);
    at += bytes.length;
  }
  head.writeUInt32BE(at, lengthAt);
  const end = head.length - checksumBytes;
  head.writeUInt32BE(crc32(head.subarray(0, end)), end);
  return Buffer.concat([head, ...listed.map(([, bytes]) => bytes)]);
}

export interface AreaDirectory {
  readonly area: string;
  /** Of the whole file. */
  readonly bytes: number;
  /** By page name, ascending. */
  readonly pages: ReadonlyMap<string, ByteRange>;
}

/** From the first `mostDirectoryBytes` of a file, or all of it. Throws DamagedSnapshotError. */
export function readAreaDirectory(start: Uint8Array): AreaDirectory {
  const bytes = Buffer.from(start.buffer, start.byteOffset, start.byteLength);
  const pages = bytes.length < directoryAt + checksumBytes ? Number.POSITIVE_INFINITY : bytes.readUInt32BE(pagesAt);
  const end = directoryAt + pages * entryBytes;
  if (!bytes.subarray(0, magic.length).equals(magic) || bytes[magic.length] !== version || pages > pagesOfAnArea) {
    throw new DamagedSnapshotError(`not an area file of version ${version}`);
  }
  if (bytes.length < end + checksumBytes || bytes.readUInt32BE(end) !== crc32(bytes.subarray(0, end))) {
    throw new DamagedSnapshotError('the checksum of an area file does not match');
  }
  const area = String(bytes.readBigUInt64BE(areaAt));
  const length = bytes.readUInt32BE(lengthAt);
  const ranges = new Map<string, ByteRange>();
  let before = -1;
  let from = end + checksumBytes;
  for (let index = 0; index < pages; index += 1) {
    const entry = directoryAt + index * entryBytes;
    const exchange = bytes.readUInt16BE(entry);
    const to = index + 1 < pages ? bytes.readUInt32BE(entry + entryBytes + 2) : length;
    if (exchange <= before || exchange >= pagesOfAnArea || bytes.readUInt32BE(entry + 2) !== from || to <= from) {
      throw new DamagedSnapshotError('the directory of an area file is not in order');
    }
    ranges.set(pageOfArea(area, exchange), { from, to });
    before = exchange;
    from = to;
  }
  if (from !== length) {
    throw new DamagedSnapshotError('the length of an area file does not match its pages');
  }
  return { area, bytes: length, pages: ranges };
}

/** All pages of a whole file, each checked, by name. Throws DamagedSnapshotError and DamagedPageError. */
export function readAreaFile(file: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const { pages, bytes } = readAreaDirectory(file);
  if (bytes !== file.length) {
    throw new DamagedSnapshotError('an area file is shorter or longer than it says');
  }
  return new Map(
    [...pages].map(([page, { from, to }]) => {
      const content = file.subarray(from, to);
      if (openPage(content).name.page !== page) {
        throw new DamagedSnapshotError('an area file holds the page of other numbers');
      }
      return [page, content];
    }),
  );
}
