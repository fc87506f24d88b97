import { blockSize, codeLength, codeLengthsOfWhole } from './page-binomials.ts';
import { type BitWriter, createBitWriter, readBits } from './page-bits.ts';
import { findInBlock, readBlock, writeBlock } from './page-block.ts';

// A set as blocks of 50, twenty of them a group: first a header of three bytes for each group (its members, the width of
// its counts, the bits of its body), then the bodies: how many members each block but the last has, then the blocks.

const blocksOfAGroup = 20;
const groupSize = blocksOfAGroup * blockSize;
const headerBits = 24;
const bodyBits = 11;
const bodyMask = 2 ** bodyBits - 1;
const widthBits = 3;
const widthMask = 2 ** widthBits - 1;

/** Members ascending, each below `universe`. */
export function writeBlocks(members: readonly number[], universe: number): Uint8Array {
  const headers = createBitWriter();
  const bodies = createBitWriter();
  let from = 0;
  for (let start = 0; start < universe; start += groupSize) {
    const end = Math.min(start + groupSize, universe);
    const blocks: number[][] = [];
    const first = from;
    for (let block = start; block < end; block += blockSize) {
      const lines: number[] = [];
      for (; (members[from] ?? end) < Math.min(block + blockSize, end); from += 1) {
        lines.push((members[from] ?? 0) - block);
      }
      blocks.push(lines);
    }
    writeGroup(headers, bodies, blocks, from - first, end - start);
  }
  return Buffer.concat([headers.bytes(), bodies.bytes()]);
}

function writeGroup(
  headers: BitWriter,
  bodies: BitWriter,
  blocks: readonly (readonly number[])[],
  members: number,
  size: number,
): void {
  const counts = blocks.slice(0, -1).map(({ length }) => length);
  let width = 0;
  while (!counts.every((count) => fits(count - leastCount(members, blocks.length, width), width))) {
    width += 1;
  }
  const least = leastCount(members, blocks.length, width);
  let body = width * counts.length;
  for (const count of counts) {
    bodies.write(count - least, width);
  }
  for (const [index, lines] of blocks.entries()) {
    const blockLines = Math.min(blockSize, size - index * blockSize);
    writeBlock(bodies, blockLines, lines);
    body += codeLength(blockLines, lines.length);
  }
  headers.write(members, headerBits - widthBits - bodyBits);
  headers.write(width, widthBits);
  headers.write(body, bodyBits);
}

/** How many members come before `wanted`; -1 if it is none itself. */
export function findInBlocks(view: DataView, at: number, universe: number, wanted: number): number {
  const groups = wholeQuotient(universe + groupSize - 1, groupSize);
  const wantedGroup = wholeQuotient(wanted, groupSize);
  let before = 0;
  let counts = at + groups * headerBits;
  let header = at;
  for (let group = 0; group < wantedGroup; group += 1, header += headerBits) {
    const read = readBits(view, header, headerBits);
    before += read >>> (widthBits + bodyBits);
    counts += read & bodyMask;
  }
  const read = readBits(view, header, headerBits);
  const members = read >>> (widthBits + bodyBits);
  const width = (read >>> bodyBits) & widthMask;
  const size = Math.min(groupSize, universe - wantedGroup * groupSize);
  const last = wholeQuotient(size - 1, blockSize);
  const inGroup = wanted - wantedGroup * groupSize;
  const wantedBlock = wholeQuotient(inGroup, blockSize);
  const least = leastCount(members, last + 1, width);
  const lengths = codeLengthsOfWhole();
  let inEarlier = 0;
  let block = counts + last * width;
  for (let index = 0; index < wantedBlock; index += 1, counts += width) {
    const count = least + readBits(view, counts, width);
    inEarlier += count;
    block += lengths[count] ?? 0;
  }
  const count = wantedBlock === last ? members - inEarlier : least + readBits(view, counts, width);
  const lines = Math.min(blockSize, size - wantedBlock * blockSize);
  const found = findInBlock(view, block, lines, count, inGroup - wantedBlock * blockSize);
  return found < 0 ? -1 : before + inEarlier + found;
}

/** All members, ascending. */
export function readBlocks(view: DataView, at: number, universe: number): number[] {
  const all: number[] = [];
  let counts = at + Math.ceil(universe / groupSize) * headerBits;
  for (let start = 0, header = at; start < universe; start += groupSize, header += headerBits) {
    const read = readBits(view, header, headerBits);
    const width = (read >>> bodyBits) & widthMask;
    const size = Math.min(groupSize, universe - start);
    const last = Math.ceil(size / blockSize) - 1;
    let left = read >>> (widthBits + bodyBits);
    const least = leastCount(left, last + 1, width);
    let block = counts + last * width;
    for (let index = 0; index <= last; index += 1) {
      const count = index === last ? left : least + readBits(view, counts + index * width, width);
      const lines = Math.min(blockSize, size - index * blockSize);
      for (const line of readBlock(view, block, lines, count)) {
        all.push(start + index * blockSize + line);
      }
      left -= count;
      block += codeLength(lines, count);
    }
    counts += read & bodyMask;
  }
  return all;
}

const fits = (value: number, width: number) => value >= 0 && value < 2 ** width;

/** Counts are told from here on: so far below the mean that it is in the middle of what the width can tell. */
function leastCount(members: number, blocks: number, width: number): number {
  const reach = 1 << width;
  return Math.max(0, Math.min(wholeQuotient(members, blocks) - (reach >>> 1), blockSize + 1 - reach));
}

/** Of small whole numbers. Unlike Math.floor it lets the engine divide integers, which a look-up does ten times. */
function wholeQuotient(dividend: number, divisor: number): number {
  return (dividend / divisor) | 0;
}
