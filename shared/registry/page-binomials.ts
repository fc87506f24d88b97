import { onFirstUse } from '#shared/runtime/on-first-use.ts';
import { bitLength } from './page-bits.ts';

/** Lines of a block. C(100, 50) has 97 bits. */
export const blockSize = 100;
/** Rows of the tables: the codes of fuller blocks are those of the lines they miss. */
const mostCoded = blockSize / 2;
/** Distance of two rows; in a row, all n for one k, as a search for n goes along it. */
export const rowLength = blockSize + 1;
/** Bits of the lower of two limbs: high × 2^50 + low is exact for all. */
export const limbBits = 50;
const limb = 2 ** limbBits;

interface Binomials {
  /** C(n, k) at k × rowLength + n: exact below 2^53, else rounded. */
  readonly whole: Float64Array;
  readonly high: Float64Array;
  readonly low: Float64Array;
}

/** C(n, k) for n up to 100 and k up to 50. */
export const binomials: () => Binomials = onFirstUse(() => {
  const high = new Float64Array((mostCoded + 1) * rowLength);
  const low = new Float64Array(high.length);
  low.fill(1, 0, rowLength);
  for (let k = 1; k <= mostCoded; k += 1) {
    for (let n = k; n < rowLength; n += 1) {
      const left = k * rowLength + n - 1;
      const above = left - rowLength;
      const sum = (low[left] ?? 0) + (low[above] ?? 0);
      const carry = sum >= limb ? 1 : 0;
      low[left + 1] = sum - carry * limb;
      high[left + 1] = (high[left] ?? 0) + (high[above] ?? 0) + carry;
    }
  }
  const whole = low.map((value, at) => (high[at] ?? 0) * limb + value);
  return { whole, high, low };
});

/** At size × rowLength + count: the bits that number all choices of `count` from `size` lines, the logarithm rounded up. */
export const codeLengths: () => Uint8Array = onFirstUse(() => {
  const { high, low } = binomials();
  const lengths = new Uint8Array(rowLength * rowLength);
  for (let size = 0; size <= blockSize; size += 1) {
    for (let count = 0; count <= size; count += 1) {
      const at = Math.min(count, size - count) * rowLength + size;
      const [highest = 0, lowest = 0] = [high[at], low[at]];
      const borrow = lowest === 0 ? 1 : 0;
      const last = lowest - 1 + borrow * limb;
      lengths[size * rowLength + count] =
        highest - borrow > 0 ? limbBits + bitLength(highest - borrow) : bitLength(last);
    }
  }
  return lengths;
});
