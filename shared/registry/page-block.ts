import { binomials, codeLengths, limbBits, rowLength } from './page-binomials.ts';
import { type BitWriter, readManyBits } from './page-bits.ts';

// A block is up to 100 lines, of which some are members. Which ones is told by one number: the place of the choice
// among all choices of as many lines (combinatorial number system), that is the sum of C(member i, i) over the members
// in ascending order, i from 1. Where more than half are members, the lines that are none are told instead.

const limb = 2 ** limbBits;
/** Below this, the whole value is below 2^53 and a double tells it exactly. */
const smallHigh = 8;

export function blockLength(size: number, count: number): number {
  return codeLengths()[size * rowLength + count] ?? 0;
}

/** Members ascending, each below `size`. */
export function writeBlock(writer: BitWriter, size: number, members: readonly number[]): void {
  const { high, low } = binomials();
  let highest = 0;
  let lowest = 0;
  const coded = 2 * members.length > size ? others(size, members) : members;
  for (const [index, line] of coded.entries()) {
    const at = (index + 1) * rowLength + line;
    lowest += low[at] ?? 0;
    const carry = lowest >= limb ? 1 : 0;
    lowest -= carry * limb;
    highest += (high[at] ?? 0) + carry;
  }
  const length = blockLength(size, members.length);
  writer.write(highest, Math.max(0, length - limbBits));
  writer.write(lowest, Math.min(length, limbBits));
}

/** How many members come before `wanted`; -1 if it is none itself. */
export function findInBlock(view: DataView, at: number, size: number, count: number, wanted: number): number {
  if (2 * count > size) {
    const found = findCoded(view, at, size, size - count, blockLength(size, count), wanted);
    return found < 0 ? wanted - ~found : -1;
  }
  const found = findCoded(view, at, size, count, blockLength(size, count), wanted);
  return found < 0 ? -1 : found;
}

/** The lines told by the number: how many come before `wanted` if it is one of them, else the complement (~) of that. */
function findCoded(view: DataView, at: number, size: number, count: number, length: number, wanted: number): number {
  const { whole, high, low } = binomials();
  const highBits = Math.max(0, length - limbBits);
  let highest = readManyBits(view, at, highBits);
  let lowest = readManyBits(view, at + highBits, length - highBits);
  let line = size - 1;
  let left = count;
  for (; highest >= smallHigh; left -= 1, line -= 1) {
    const row = left * rowLength;
    while (line >= wanted && (high[row + line] ?? 0) > highest) {
      line -= 1;
    }
    if (line >= wanted && high[row + line] === highest && (low[row + line] ?? 0) > lowest) {
      line -= 1;
    }
    if (line <= wanted) {
      return line === wanted ? left - 1 : ~left;
    }
    lowest -= low[row + line] ?? 0;
    const borrow = lowest < 0 ? 1 : 0;
    lowest += borrow * limb;
    highest -= (high[row + line] ?? 0) + borrow;
  }
  let value = highest * limb + lowest;
  for (; left > 0; left -= 1, line -= 1) {
    const row = left * rowLength;
    while (line >= wanted && (whole[row + line] ?? 0) > value) {
      line -= 1;
    }
    if (line <= wanted) {
      return line === wanted ? left - 1 : ~left;
    }
    value -= whole[row + line] ?? 0;
  }
  return ~0;
}

/** All members, ascending. */
export function readBlock(view: DataView, at: number, size: number, count: number): number[] {
  const { high, low } = binomials();
  const length = blockLength(size, count);
  let highest = readManyBits(view, at, Math.max(0, length - limbBits));
  let lowest = readManyBits(view, at + Math.max(0, length - limbBits), Math.min(length, limbBits));
  const coded: number[] = [];
  let line = size - 1;
  for (let left = Math.min(count, size - count); left > 0; left -= 1) {
    const row = left * rowLength;
    for (; line >= 0; line -= 1) {
      const top = high[row + line] ?? 0;
      if (top < highest || (top === highest && (low[row + line] ?? 0) <= lowest)) {
        break;
      }
    }
    lowest -= low[row + line] ?? 0;
    const borrow = lowest < 0 ? 1 : 0;
    lowest += borrow * limb;
    highest -= (high[row + line] ?? 0) + borrow;
    coded.push(line);
    line -= 1;
  }
  coded.reverse();
  return 2 * count > size ? others(size, coded) : coded;
}

function others(size: number, lines: readonly number[]): number[] {
  const left: number[] = [];
  let next = 0;
  for (let line = 0; line < size; line += 1) {
    if (lines[next] === line) {
      next += 1;
    } else {
      left.push(line);
    }
  }
  return left;
}
