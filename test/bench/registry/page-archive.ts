import { closeSync, openSync, readFileSync, readSync, writeSync } from 'node:fs';
import { lineNumber, linesOfAPage, pageOfArea, pagesOfAnArea } from '#shared/registry/page-address.ts';
import { everyContact } from '#shared/registry/page-kinds.ts';
import { findInCheckedPage, findListedDay } from '#shared/registry/read-page.ts';
import { type UnpackedArea, unpackArea } from '#shared/registry/unpacked-area.ts';

// Pages in one file, for measuring: areas, for each where its thousand pages begin and end, then the pages.

const headBytes = 4;
const areaBytes = 8 + 4 * (pagesOfAnArea + 1);

interface Directory {
  /** By the name of an area as a number: where its pages stand in `starts`. */
  readonly areas: ReadonlyMap<number, number>;
  readonly starts: Uint32Array;
}

export interface ArchiveWriter {
  add(page: string, bytes: Uint8Array): void;
  close(): { readonly bytes: number };
}

/** Pages must come in ascending order, and be of as many areas as said. */
export function writeArchive(path: string, areas: readonly number[]): ArchiveWriter {
  const file = openSync(path, 'w');
  const directory = Buffer.alloc(headBytes + areas.length * areaBytes);
  directory.writeUInt32LE(areas.length, 0);
  for (const [index, area] of areas.entries()) {
    directory.writeDoubleLE(area, headBytes + index * areaBytes);
  }
  let at = directory.length;
  let done = 0;
  let pending: Uint8Array[] = [];
  const markUpTo = (slot: number) => {
    for (; done < slot; done += 1) {
      const index = Math.floor(done / (pagesOfAnArea + 1));
      directory.writeUInt32LE(at, headBytes + index * areaBytes + 8 + 4 * (done % (pagesOfAnArea + 1)));
    }
  };
  const flush = () => {
    const all = Buffer.concat(pending);
    writeSync(file, all, 0, all.length, at - all.length);
    pending = [];
  };
  return {
    add(page, bytes) {
      const area = areas.indexOf(Math.floor(Number(page) / pagesOfAnArea));
      markUpTo(area * (pagesOfAnArea + 1) + (Number(page) % pagesOfAnArea) + 1);
      pending.push(bytes);
      at += bytes.length;
      if (pending.length >= 1000) {
        flush();
      }
    },
    close() {
      flush();
      markUpTo(areas.length * (pagesOfAnArea + 1));
      writeSync(file, directory, 0, directory.length, 0);
      closeSync(file);
      return { bytes: at };
    },
  };
}

/** Day of an E.164 number, 0 if it is not listed. */
export type DayOf = (e164: string) => number;

/** All in memory; a page is checked when it is first asked. */
export function loadArchive(path: string): { readonly dayOf: DayOf; readonly bytes: number } {
  const file = readFileSync(path);
  const { areas, starts } = readDirectory(file);
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  // Negative until the page has been checked; 0 where there is none. One array, as each is one more place to fetch from.
  const places = Int32Array.from(starts, (start, slot) => (start === starts[slot + 1] ? 0 : -start));
  return {
    bytes: file.length,
    dayOf(e164) {
      const number = lineNumber(e164);
      const page = Math.floor(number / linesOfAPage);
      const area = Math.floor(page / pagesOfAnArea);
      const slots = areas.get(area);
      if (slots === undefined) {
        return 0;
      }
      const slot = slots + page - area * pagesOfAnArea;
      const place = places[slot] ?? 0;
      if (place === 0) {
        return 0;
      }
      if (place < 0) {
        findListedDay(file.subarray(-place, starts[slot + 1]), 0, { page: String(page) });
        places[slot] = -place;
      }
      return findInCheckedPage(view, Math.abs(place), everyContact, number - page * linesOfAPage);
    },
  };
}

/** All in memory and unpacked, as a bulk check keeps the areas it is asked about. */
export function loadUnpacked(path: string): { readonly dayOf: DayOf; readonly bytes: number } {
  const file = readFileSync(path);
  const { areas, starts } = readDirectory(file);
  const unpacked = new Map<number, UnpackedArea>();
  let bytes = 0;
  for (const [area, slots] of areas) {
    const pages = new Map<string, Uint8Array>();
    for (let exchange = 0; exchange < pagesOfAnArea; exchange += 1) {
      const [start = 0, end = 0] = starts.subarray(slots + exchange, slots + exchange + 2);
      if (start !== end) {
        pages.set(pageOfArea(String(area), exchange), file.subarray(start, end));
      }
    }
    const opened = unpackArea(pages);
    unpacked.set(area, opened);
    bytes += opened.bytes;
  }
  return {
    bytes,
    dayOf(e164) {
      const number = lineNumber(e164);
      const page = Math.floor(number / linesOfAPage);
      const area = Math.floor(page / pagesOfAnArea);
      return unpacked.get(area)?.dayOf(page - area * pagesOfAnArea, number - page * linesOfAPage, everyContact) ?? 0;
    },
  };
}

/** Nothing in memory but the directory; reads one page. */
export function askArchive(path: string, e164: string): number {
  const file = openSync(path, 'r');
  const read = (bytes: number, at: number) => {
    const buffer = Buffer.alloc(bytes);
    readSync(file, buffer, 0, bytes, at);
    return buffer;
  };
  try {
    const { areas, starts } = readDirectory(read(headBytes + read(headBytes, 0).readUInt32LE(0) * areaBytes, 0));
    const number = lineNumber(e164);
    const page = Math.floor(number / linesOfAPage);
    const area = Math.floor(page / pagesOfAnArea);
    const slot = (areas.get(area) ?? 0) + page - area * pagesOfAnArea;
    const [start = 0, end = 0] = starts.subarray(slot, slot + 2);
    const line = number - page * linesOfAPage;
    return findListedDay(read(end - start, start), line, { page: String(page) }) ?? 0;
  } finally {
    closeSync(file);
  }
}

function readDirectory(file: Buffer): Directory {
  const count = file.readUInt32LE(0);
  const areas = new Map<number, number>();
  const starts = new Uint32Array(count * (pagesOfAnArea + 1));
  for (let index = 0; index < count; index += 1) {
    const at = headBytes + index * areaBytes;
    areas.set(file.readDoubleLE(at), index * (pagesOfAnArea + 1));
    for (let page = 0; page <= pagesOfAnArea; page += 1) {
      starts[index * (pagesOfAnArea + 1) + page] = file.readUInt32LE(at + 8 + 4 * page);
    }
  }
  return { areas, starts };
}
