import { createBitWriter, readBits } from '#shared/registry/page-bits.ts';
import type { Encoding } from './encoding.ts';

/** Lower bits as they are, upper bits as the distances of ones in a bitmap of about two bits a line. */
export const eliasFano: Encoding = {
  name: 'Elias-Fano',
  encode(lines) {
    const lower = lowerBits(lines.length);
    const writer = createBitWriter();
    writer.write(lines.length, 16);
    for (const line of lines) {
      writer.write(line % 2 ** lower, lower);
    }
    let bucket = 0;
    for (const line of lines) {
      for (; bucket < line >>> lower; bucket += 1) {
        writer.write(0, 1);
      }
      writer.write(1, 1);
    }
    for (; bucket <= 10_000 >>> lower; bucket += 1) {
      writer.write(0, 1);
    }
    return writer.bytes();
  },
  has(view, at, line) {
    const count = view.getUint16(at);
    const lower = lowerBits(count);
    const lowers = (at + 2) * 8;
    let bit = lowers + count * lower;
    let zeros = line >>> lower;
    let index = 0;
    for (; zeros > 16; bit += 16) {
      const ones = countOnes(readBits(view, bit, 16));
      zeros -= 16 - ones;
      index += ones;
    }
    for (; zeros > 0; bit += 1) {
      const one = readBits(view, bit, 1);
      zeros -= 1 - one;
      index += one;
    }
    for (; readBits(view, bit, 1) === 1; bit += 1, index += 1) {
      if (readBits(view, lowers + index * lower, lower) === line % 2 ** lower) {
        return true;
      }
    }
    return false;
  },
};

const piece = 500;

/** Rice-coded gaps in pieces of 500 lines, each with its beginning, its count and its own parameter. */
export const rice: Encoding = {
  name: 'Rice gaps, pieces of 500',
  encode(lines) {
    const headers = createBitWriter();
    const bodies = createBitWriter();
    let length = 0;
    for (let start = 0; start < 10_000; start += piece) {
      const gaps: number[] = [];
      let last = start - 1;
      for (const line of lines.filter((each) => each >= start && each < start + piece)) {
        gaps.push(line - last - 1);
        last = line;
      }
      const bits = (lower: number) => gaps.reduce((sum, gap) => sum + (gap >>> lower) + 1 + lower, 0);
      const parameter = [0, 1, 2, 3, 4, 5, 6, 7].reduce((best, each) => (bits(each) < bits(best) ? each : best), 0);
      headers.write(length, 14);
      headers.write(gaps.length, 9);
      headers.write(parameter, 3);
      for (const gap of gaps) {
        bodies.write(1, (gap >>> parameter) + 1);
        bodies.write(gap % 2 ** parameter, parameter);
      }
      length += bits(parameter);
    }
    return Buffer.concat([headers.bytes(), bodies.bytes()]);
  },
  has(view, at, line) {
    const header = at * 8 + Math.floor(line / piece) * 26;
    const parameter = readBits(view, header + 23, 3);
    let bit = (at + 65) * 8 + readBits(view, header, 14);
    let found = line - (line % piece) - 1;
    for (let left = readBits(view, header + 14, 9); left > 0 && found < line; left -= 1) {
      let few = Math.clz32(readBits(view, bit, 25)) - 7;
      let zeros = few;
      for (; few === 25; zeros += few) {
        few = Math.clz32(readBits(view, bit + zeros, 25)) - 7;
      }
      bit += zeros + 1;
      found += 1 + (zeros << parameter) + readBits(view, bit, parameter);
      bit += parameter;
    }
    return found === line;
  },
};

function lowerBits(count: number): number {
  return count === 0 ? 0 : Math.max(0, Math.floor(Math.log2(10_000 / count)));
}

function countOnes(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x5555);
  const fours = (pairs & 0x3333) + ((pairs >>> 2) & 0x3333);
  return ((((fours + (fours >>> 4)) & 0x0f0f) * 0x0101) >>> 8) & 0x1f;
}
