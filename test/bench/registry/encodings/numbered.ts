import { bitLength, createBitWriter, readBits } from '#shared/registry/page-bits.ts';
import type { Encoding } from './encoding.ts';

const limb = 2 ** 24;

/**
 * The place of a choice among all choices of as many from a block, for blocks of any size; larger blocks take larger
 * numbers, here as limbs of 24 bits. Ten blocks make a group with its members, its length and the width of its counts.
 */
export function numberedBlocks(size: number): Encoding {
  const limbs = Math.ceil((size + 1) / 24);
  const row = size + 1;
  const most = size >>> 1;
  const table = new Float64Array((most + 1) * row * limbs);
  for (let n = 0; n <= size; n += 1) {
    table[n * limbs + limbs - 1] = 1;
  }
  for (let k = 1; k <= most; k += 1) {
    for (let n = k; n <= size; n += 1) {
      let carry = 0;
      for (let at = limbs - 1; at >= 0; at -= 1) {
        const left = (k * row + n - 1) * limbs + at;
        const sum = (table[left] ?? 0) + (table[left - row * limbs] ?? 0) + carry;
        carry = sum >= limb ? 1 : 0;
        table[left + limbs] = sum - carry * limb;
      }
    }
  }
  const lengths = Array.from({ length: size + 1 }, (_, count) => {
    const k = Math.min(count, size - count);
    let length = 0;
    let isPower = true;
    for (let at = 0; at < limbs; at += 1) {
      const value = table[(k * row + size) * limbs + at] ?? 0;
      isPower &&= (value & (value - 1)) === 0 && (length === 0 || value === 0);
      length = length > 0 ? length + 24 : bitLength(value);
    }
    return length - Number(isPower);
  });
  const perGroup = 10;
  const group = size * perGroup;
  const memberBits = bitLength(group);
  const widthBits = 4;
  const lengthBits = bitLength(group + perGroup * bitLength(size));
  const headerBits = memberBits + lengthBits + widthBits;
  const groups = 10_000 / group;
  const least = (members: number, width: number) =>
    Math.max(0, Math.min(Math.floor(members / perGroup) - ((1 << width) >>> 1), size + 1 - (1 << width)));

  const exceeds = (entry: number, x: Float64Array): boolean => {
    for (let at = 0; at < limbs; at += 1) {
      const value = table[entry + at] ?? 0;
      const own = x[at] ?? 0;
      if (value !== own) {
        return value > own;
      }
    }
    return false;
  };
  const x = new Float64Array(limbs);
  return {
    name: `numbered blocks of ${size}, ten a group`,
    encode(lines) {
      const headers = createBitWriter();
      const bodies = createBitWriter();
      for (let start = 0; start < 10_000; start += group) {
        const blocks = Array.from({ length: perGroup }, (_, index) => {
          const from = start + index * size;
          return lines.filter((line) => line >= from && line < from + size).map((line) => line - from);
        });
        const members = blocks.reduce((sum, block) => sum + block.length, 0);
        const counts = blocks.slice(0, -1).map(({ length }) => length);
        let width = 0;
        while (!counts.every((count) => count >= least(members, width) && count < least(members, width) + 2 ** width)) {
          width += 1;
        }
        headers.write(members, memberBits);
        headers.write(width, widthBits);
        headers.write(width * 9 + blocks.reduce((sum, { length }) => sum + (lengths[length] ?? 0), 0), lengthBits);
        for (const count of counts) {
          bodies.write(count - least(members, width), width);
        }
        for (const block of blocks) {
          const inverted = 2 * block.length > size;
          const coded = inverted ? Array.from({ length: size }, (_, n) => n).filter((n) => !block.includes(n)) : block;
          const sum = new Float64Array(limbs);
          for (const [index, line] of coded.entries()) {
            let carry = 0;
            for (let at = limbs - 1; at >= 0; at -= 1) {
              const next = (sum[at] ?? 0) + (table[((index + 1) * row + line) * limbs + at] ?? 0) + carry;
              carry = next >= limb ? 1 : 0;
              sum[at] = next - carry * limb;
            }
          }
          const length = lengths[block.length] ?? 0;
          for (let at = 0; at < limbs; at += 1) {
            const below = 24 * (limbs - 1 - at);
            bodies.write(sum[at] ?? 0, Math.max(0, Math.min(24, length - below)));
          }
        }
      }
      return Buffer.concat([headers.bytes(), bodies.bytes()]);
    },
    has(view, at, line) {
      const wantedGroup = Math.floor(line / group);
      let header = at * 8;
      let counts = (at + Math.ceil((groups * headerBits) / 8)) * 8;
      for (let index = 0; index < wantedGroup; index += 1, header += headerBits) {
        counts += readBits(view, header + memberBits + widthBits, lengthBits);
      }
      const members = readBits(view, header, memberBits);
      const width = readBits(view, header + memberBits, widthBits);
      const base = least(members, width);
      let code = counts + 9 * width;
      let before = 0;
      const wantedBlock = Math.floor((line - wantedGroup * group) / size);
      for (let index = 0; index < wantedBlock; index += 1, counts += width) {
        const count = base + readBits(view, counts, width);
        before += count;
        code += lengths[count] ?? 0;
      }
      const count = wantedBlock === perGroup - 1 ? members - before : base + readBits(view, counts, width);
      const inverted = 2 * count > size;
      const length = lengths[count] ?? 0;
      for (let index = 0; index < limbs; index += 1) {
        const below = 24 * (limbs - 1 - index);
        const bits = Math.max(0, Math.min(24, length - below));
        x[index] = readBits(view, code, bits);
        code += bits;
      }
      const wanted = line % size;
      let n = size - 1;
      for (let left = inverted ? size - count : count; left > 0; left -= 1, n -= 1) {
        while (n >= wanted && exceeds((left * row + n) * limbs, x)) {
          n -= 1;
        }
        if (n <= wanted) {
          return (n === wanted) !== inverted;
        }
        let borrow = 0;
        for (let index = limbs - 1; index >= 0; index -= 1) {
          const next = (x[index] ?? 0) - (table[(left * row + n) * limbs + index] ?? 0) - borrow;
          borrow = next < 0 ? 1 : 0;
          x[index] = next + borrow * limb;
        }
      }
      return inverted;
    },
  };
}
