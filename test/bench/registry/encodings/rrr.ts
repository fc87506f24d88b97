import { createBitWriter, readBits } from '#shared/registry/page-bits.ts';
import type { Encoding } from './encoding.ts';

const size = 15;
const blocks = Math.ceil(10_000 / size);
const blocksOfAPiece = 40;
const pieces = Math.ceil(blocks / blocksOfAPiece);

/** All blocks of 15 bits by their number of ones, then by value; and the other way round. */
const byCount: number[][] = Array.from({ length: size + 1 }, () => []);
const places = new Uint16Array(2 ** size);
for (let value = 0; value < 2 ** size; value += 1) {
  const ones = [...value.toString(2)].filter((bit) => bit === '1').length;
  places[value] = byCount[ones]?.push(value) ?? 0;
}
const lengths = Uint8Array.from(byCount, (values) => Math.ceil(Math.log2(values.length)));

/** Raman, Raman and Rao: for each 15 lines how many are listed (4 bits) and which choice, found in a table. */
export const rrr: Encoding = {
  name: 'RRR, blocks of 15, table',
  encode(lines) {
    const values = new Uint16Array(blocks);
    for (const line of lines) {
      values[Math.floor(line / size)] = (values[Math.floor(line / size)] ?? 0) | (1 << (line % size));
    }
    const counts = Array.from(values, (value) => [...value.toString(2)].filter((bit) => bit === '1').length);
    const writer = createBitWriter();
    let length = 0;
    for (const [index, count] of counts.entries()) {
      if (index % blocksOfAPiece === 0) {
        writer.write(length, 14);
      }
      length += lengths[count] ?? 0;
    }
    for (const count of counts) {
      writer.write(count, 4);
    }
    for (const [index, value] of values.entries()) {
      writer.write((places[value] ?? 0) - 1, lengths[counts[index] ?? 0] ?? 0);
    }
    return writer.bytes();
  },
  has(view, at, line) {
    const block = Math.floor(line / size);
    const piece = Math.floor(block / blocksOfAPiece);
    const counts = at * 8 + pieces * 14;
    let code = counts + blocks * 4 + readBits(view, at * 8 + piece * 14, 14);
    for (let index = piece * blocksOfAPiece; index < block; index += 1) {
      code += lengths[readBits(view, counts + index * 4, 4)] ?? 0;
    }
    const count = readBits(view, counts + block * 4, 4);
    const value = byCount[count]?.[readBits(view, code, lengths[count] ?? 0)] ?? 0;
    return (value & (1 << (line % size))) !== 0;
  },
};
