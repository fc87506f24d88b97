import { onFirstUse } from '#shared/runtime/on-first-use.ts';
import { bitLength } from './page-bits.ts';

/** Lines of a block. C(50, 25) has 47 bits: a double is exact. */
export const blockSize = 50;
/** Distance of two rows; in a row, all n for one k, as a search for n goes along it. */
export const rowLength = blockSize + 1;
/** Rows of the table: the codes of fuller blocks are those of the lines they miss. */
const mostCoded = blockSize / 2;

/** C(n, k) at k × rowLength + n, for n up to 50 and k up to 25. */
export const binomials: () => Float64Array = onFirstUse(() => {
  const table = new Float64Array((mostCoded + 1) * rowLength).fill(1, 0, rowLength);
  for (let k = 1; k <= mostCoded; k += 1) {
    for (let n = k; n < rowLength; n += 1) {
      const left = k * rowLength + n - 1;
      table[left + 1] = (table[left] ?? 0) + (table[left - rowLength] ?? 0);
    }
  }
  return table;
});

/** At size × rowLength + count: the bits that number all choices of `count` from `size` lines, the logarithm rounded up. */
const codeLengths: () => Uint8Array = onFirstUse(() => {
  const lengths = new Uint8Array(rowLength * rowLength);
  for (let size = 0; size <= blockSize; size += 1) {
    for (let count = 0; count <= size; count += 1) {
      const choices = binomials()[Math.min(count, size - count) * rowLength + size] ?? 1;
      lengths[size * rowLength + count] = bitLength(choices - 1);
    }
  }
  return lengths;
});

/** Bits of a block by how many of its lines are members. */
export function codeLength(size: number, count: number): number {
  return codeLengths()[size * rowLength + count] ?? 0;
}

/** The same for whole blocks, as a table. */
export const codeLengthsOfWhole: () => Uint8Array = onFirstUse(() => codeLengths().subarray(blockSize * rowLength));
