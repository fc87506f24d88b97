import { crc32 } from 'node:zlib';
import { linesOfAPage } from './page-address.ts';
import { type LayerView, layerHeaderBytes, openLayer, setsEnd } from './page-layer.ts';
import { nameBytes, type PageName, unpackPageName } from './page-name.ts';

/**
 * The lines of one layer and the first day each is known to have been listed: 10,000 entries, 0 for a line that is not
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

// Version 2, docs/exchange-pages.md: magic, version, name, layers, checksum.

const magic = 0x52;
const version = 2;
const nameAt = 2;
const layersAt = nameAt + nameBytes;
export const headerBytes = layersAt + 1;
const checksumBytes = 4;
const mostDayBits = 16;

export interface PageView {
  readonly view: DataView;
  readonly name: PageName;
  readonly layers: readonly LayerView[];
}

/** Checks a page of version 2 and finds its parts. Throws DamagedPageError. */
export function openPage(page: Uint8Array): PageView {
  const bytes = Buffer.from(page.buffer, page.byteOffset, page.byteLength);
  const end = bytes.length - checksumBytes;
  if (end < headerBytes || bytes[0] !== magic || bytes[1] !== version) {
    throw new DamagedPageError(`not a page of version ${version}`);
  }
  if (bytes.readUInt32BE(end) !== crc32(bytes.subarray(0, end))) {
    throw new DamagedPageError('the checksum does not match');
  }
  const name = unpackPageName(bytes.readUIntBE(nameAt, nameBytes));
  if (name === null) {
    throw new DamagedPageError('the name is none');
  }
  const view = new DataView(page.buffer, page.byteOffset, page.byteLength);
  const layers: LayerView[] = [];
  let at = headerBytes;
  for (let index = 0; index < (bytes[layersAt] ?? 0); index += 1) {
    // The checksum's four bytes let every look of the bit reader end inside the page.
    const layer = at + layerHeaderBytes > end || setsEnd(view, at) > end ? null : openLayer(view, at);
    if (layer === null || !isSound(layer, end) || layer.kind <= (layers.at(-1)?.kind ?? -1)) {
      throw new DamagedPageError('a layer does not match its header');
    }
    layers.push(layer);
    at = layer.end;
  }
  if (at !== end) {
    throw new DamagedPageError('the length does not match the layers');
  }
  return { view, name, layers };
}

export function writeHeader(packedName: number, layers: number): Buffer {
  const header = Buffer.alloc(headerBytes);
  header[0] = magic;
  header[1] = version;
  header.writeUIntBE(packedName, nameAt, nameBytes);
  header[layersAt] = layers;
  return header;
}

/** The parts of a page one after the other, and their checksum. */
export function withChecksum(parts: readonly Uint8Array[]): Uint8Array {
  const page = Buffer.concat([...parts, Buffer.alloc(checksumBytes)]);
  const end = page.length - checksumBytes;
  page.writeUInt32BE(crc32(page.subarray(0, end)), end);
  return page;
}

function isSound(layer: LayerView, end: number): boolean {
  return (
    layer.count > 0 &&
    layer.count <= linesOfAPage &&
    layer.own < layer.count &&
    layer.common > 0 &&
    layer.dayWidth <= mostDayBits &&
    layer.end <= end
  );
}
