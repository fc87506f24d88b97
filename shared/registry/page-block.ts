import { binomials, codeLength, rowLength } from './page-binomials.ts';
import { type BitWriter, readManyBits } from './page-bits.ts';

// A block is up to 50 lines, of which some are members. Which ones is told by one number: the place of the choice among
// all choices of as many lines (combinatorial number system), that is the sum of C(member i, i) over the members in
// ascending order, i from 1. Where more than half are members, the lines that are none are told instead.

/** Members ascending, each below `size`. */
export function writeBlock(writer: BitWriter, size: number, members: readonly number[]): void {
  const table = binomials();
  const coded = 2 * members.length > size ? others(size, members) : members;
  let code = 0;
  for (const [index, line] of coded.entries()) {
    code += table[(index + 1) * rowLength + line] ?? 0;
  }
  writer.write(code, codeLength(size, members.length));
}

/** How many members come before `wanted`; -1 if it is none itself. */
export function findInBlock(view: DataView, at: number, size: number, count: number, wanted: number): number {
  const code = readManyBits(view, at, codeLength(size, count));
  if (2 * count > size) {
    const found = findCoded(code, size, size - count, wanted);
    return found < 0 ? wanted - ~found : -1;
  }
  const found = findCoded(code, size, count, wanted);
  return found < 0 ? -1 : found;
}

/** All members, ascending. */
export function readBlock(view: DataView, at: number, size: number, count: number): readonly number[] {
  const table = binomials();
  const coded: number[] = [];
  let code = readManyBits(view, at, codeLength(size, count));
  let line = size - 1;
  for (let left = Math.min(count, size - count); left > 0; left -= 1, line -= 1) {
    while (line >= 0 && (table[left * rowLength + line] ?? 0) > code) {
      line -= 1;
    }
    code -= table[left * rowLength + line] ?? 0;
    coded.push(line);
  }
  coded.reverse();
  return 2 * count > size ? others(size, coded) : coded;
}

/** The lines told by the code: how many come before `wanted` if it is one of them, else the complement (~) of that. */
function findCoded(code: number, size: number, count: number, wanted: number): number {
  const table = binomials();
  let rest = code;
  let line = size - 1;
  for (let left = count; left > 0; left -= 1, line -= 1) {
    const row = left * rowLength;
    while (line >= wanted && (table[row + line] ?? 0) > rest) {
      line -= 1;
    }
    if (line <= wanted) {
      return line === wanted ? left - 1 : ~left;
    }
    rest -= table[row + line] ?? 0;
  }
  return ~0;
}

function others(size: number, lines: readonly number[]): readonly number[] {
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
