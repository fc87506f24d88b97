import type { ListDay } from './list-day.ts';
import { linesOfAPage } from './page-address.ts';
import {
  bitmapBytes,
  bitmapForm,
  checksum,
  farthestOwnDay,
  format,
  headerBytes,
  type ListedDays,
  listForm,
  ownDayBytes,
} from './page-format.ts';

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
