import { createBitWriter, readBits } from '#shared/registry/page-bits.ts';
import type { Encoding } from './encoding.ts';

export const bitmap: Encoding = {
  name: 'bitmap',
  encode(lines) {
    const bytes = new Uint8Array(1250);
    for (const line of lines) {
      bytes[line >>> 3] = (bytes[line >>> 3] ?? 0) | (0x80 >>> (line & 7));
    }
    return bytes;
  },
  has: (view, at, line) => (view.getUint8(at + (line >>> 3)) & (0x80 >>> (line & 7))) !== 0,
};

/** A count, and 14 bits a line. */
export const sortedList: Encoding = {
  name: 'sorted list, 14 bits',
  encode(lines) {
    const writer = createBitWriter();
    writer.write(lines.length, 16);
    for (const line of lines) {
      writer.write(line, 14);
    }
    return writer.bytes();
  },
  has: (view, at, line) =>
    hasSorted(view.getUint16(at), line, (index) => readBits(view, (at + 2) * 8 + 14 * index, 14)),
};

/** A byte for most gaps, two for those from 128. */
export const varints: Encoding = {
  name: 'varint gaps',
  encode(lines) {
    const bytes = lines.flatMap((line, index) => {
      const gap = line - (lines[index - 1] ?? -1) - 1;
      return gap < 128 ? [gap] : [128 | (gap >>> 7), gap & 127];
    });
    return Uint8Array.from([lines.length >>> 8, lines.length & 255, ...bytes]);
  },
  has(view, at, line) {
    let found = -1;
    let byte = at + 2;
    for (let left = view.getUint16(at); left > 0 && found < line; left -= 1) {
      const first = view.getUint8(byte);
      found += 1 + (first < 128 ? first : ((first & 127) << 7) | view.getUint8(byte + 1));
      byte += first < 128 ? 1 : 2;
    }
    return found === line;
  },
};

/** As Roaring bitmaps: the smallest of a list of 16 bits a line, runs of 32 bits each, and a bitmap. */
export const roaring: Encoding = {
  name: 'list, runs or bitmap (Roaring)',
  encode(lines) {
    const runs: { readonly start: number; length: number }[] = [];
    for (const line of lines) {
      const last = runs.at(-1);
      if (last !== undefined && line === last.start + last.length) {
        last.length += 1;
      } else {
        runs.push({ start: line, length: 1 });
      }
    }
    const form = [1250, 2 * lines.length, 4 * runs.length];
    const chosen = form.indexOf(Math.min(...form));
    const writer = createBitWriter();
    writer.write(chosen, 8);
    if (chosen === 0) {
      return Buffer.concat([writer.bytes(), bitmap.encode(lines)]);
    }
    writer.write(chosen === 1 ? lines.length : runs.length, 16);
    for (const { start, length } of chosen === 1 ? lines.map((start) => ({ start, length: 0 })) : runs) {
      writer.write(start, 16);
      writer.write(length, chosen === 1 ? 0 : 16);
    }
    return writer.bytes();
  },
  has(view, at, line) {
    if (view.getUint8(at) === 0) {
      return bitmap.has(view, at + 1, line);
    }
    const count = view.getUint16(at + 1);
    if (view.getUint8(at) === 1) {
      return hasSorted(count, line, (index) => view.getUint16(at + 3 + 2 * index));
    }
    let low = 0;
    for (let high = count; low < high; ) {
      const middle = (low + high) >>> 1;
      if (view.getUint16(at + 3 + 4 * middle) <= line) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    const run = at + 3 + 4 * (low - 1);
    return low > 0 && line < view.getUint16(run) + view.getUint16(run + 2);
  },
};

function hasSorted(count: number, line: number, read: (index: number) => number): boolean {
  let low = 0;
  for (let high = count; low < high; ) {
    const middle = (low + high) >>> 1;
    const found = read(middle);
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
