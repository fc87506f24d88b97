import { createBitWriter, readBits } from './page-bits.ts';

// A set as gaps (Rice code): how many numbers lie between a member and the one before. Of a gap the lower bits, as many
// as the set's four-bit parameter says, follow the rest, which is told by as many zero bits and a one.

const parameterBits = 4;
const mostLowerBits = 13;

/** Members ascending. Takes the parameter that gives the fewest bits, in doubt the smaller one. */
export function writeGaps(members: readonly number[]): Uint8Array {
  const gaps = members.map((member, index) => member - (members[index - 1] ?? -1) - 1);
  let parameter = 0;
  let fewest = Number.POSITIVE_INFINITY;
  for (let lower = 0; lower <= mostLowerBits; lower += 1) {
    const bits = gaps.reduce((sum, gap) => sum + (gap >>> lower) + 1 + lower, 0);
    if (bits < fewest) {
      fewest = bits;
      parameter = lower;
    }
  }
  const writer = createBitWriter();
  writer.write(parameter, parameterBits);
  for (const gap of gaps) {
    for (let zeros = gap >>> parameter; zeros > 0; zeros -= 24) {
      writer.write(0, Math.min(zeros, 24));
    }
    writer.write(1, 1);
    writer.write(gap % 2 ** parameter, parameter);
  }
  return writer.bytes();
}

/** How many members come before `wanted`; -1 if it is none itself. */
export function findInGaps(view: DataView, at: number, count: number, wanted: number): number {
  const parameter = readBits(view, at, parameterBits);
  let bit = at + parameterBits;
  let member = -1;
  for (let index = 0; index < count && member < wanted; index += 1) {
    const zeros = countZeros(view, bit);
    bit += zeros + 1;
    member += 1 + (zeros << parameter) + readBits(view, bit, parameter);
    bit += parameter;
    if (member === wanted) {
      return index;
    }
  }
  return -1;
}

/** All members, ascending. */
export function readGaps(view: DataView, at: number, count: number): number[] {
  const parameter = readBits(view, at, parameterBits);
  const members: number[] = [];
  let bit = at + parameterBits;
  let member = -1;
  for (let index = 0; index < count; index += 1) {
    const zeros = countZeros(view, bit);
    bit += zeros + 1;
    member += 1 + (zeros << parameter) + readBits(view, bit, parameter);
    bit += parameter;
    members.push(member);
  }
  return members;
}

function countZeros(view: DataView, at: number): number {
  let zeros = 0;
  for (;;) {
    const few = Math.clz32(readBits(view, at + zeros, 25)) - 7;
    zeros += few;
    if (few < 25) {
      return zeros;
    }
  }
}
