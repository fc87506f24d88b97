import type { ListDay } from './list-day.ts';
import { linesOfAPage } from './page-address.ts';
import {
  bitmapForm,
  farthestOwnDay,
  headerBytes,
  type ListedDays,
  noListedDays,
  openPage,
  ownDayBytes,
  type PageView,
} from './page-format.ts';

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
