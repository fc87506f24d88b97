import type { ListDay } from './list-day.ts';
import { bitLength, createBitWriter, readBits } from './page-bits.ts';

// The days of their own that some lines of a layer have, in the order of these lines, as days after the first day they
// could have: either each as it is, or a table of the different days and each line's place in it.

interface WrittenDays {
  /** Bits of a day. */
  readonly width: number;
  readonly table: boolean;
  readonly bytes: Uint8Array;
}

const tableSizeBits = 8;
const mostOfATable = 2 ** tableSizeBits;

/** Days later than `common`. Takes the smaller of the two forms, in doubt the one without a table. */
export function writeDays(days: readonly ListDay[], common: ListDay): WrittenDays {
  const offsets = days.map((day) => day - common - 1);
  const width = bitLength(Math.max(0, ...offsets));
  const entries = [...new Set(offsets)].sort((a, b) => a - b);
  const placeBits = bitLength(entries.length - 1);
  const tableBits = tableSizeBits + entries.length * width + offsets.length * placeBits;
  const table = entries.length <= mostOfATable && bytesOf(tableBits) < bytesOf(offsets.length * width);
  const writer = createBitWriter();
  if (table) {
    const places = new Map(entries.map((entry, place) => [entry, place]));
    writer.write(entries.length - 1, tableSizeBits);
    for (const entry of entries) {
      writer.write(entry, width);
    }
    for (const offset of offsets) {
      writer.write(places.get(offset) ?? 0, placeBits);
    }
  } else {
    for (const offset of offsets) {
      writer.write(offset, width);
    }
  }
  return { width, table, bytes: writer.bytes() };
}

/** The day of the line at this place. The days begin with bit `at`. */
export function readDay(
  view: DataView,
  at: number,
  width: number,
  table: boolean,
  common: ListDay,
  place: number,
): ListDay {
  if (!table) {
    return common + 1 + readBits(view, at + place * width, width);
  }
  const entries = readBits(view, at, tableSizeBits) + 1;
  const placeBits = bitLength(entries - 1);
  const places = at + tableSizeBits + entries * width;
  const entry = readBits(view, places + place * placeBits, placeBits);
  return common + 1 + readBits(view, at + tableSizeBits + entry * width, width);
}

/** Bytes of `count` days. */
export function daysLength(view: DataView, at: number, width: number, table: boolean, count: number): number {
  if (!table) {
    return bytesOf(count * width);
  }
  const entries = readBits(view, at, tableSizeBits) + 1;
  return bytesOf(tableSizeBits + entries * width + count * bitLength(entries - 1));
}

function bytesOf(bits: number): number {
  return (bits + 7) >>> 3;
}
