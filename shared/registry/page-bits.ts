/** Writes numbers bit by bit, the highest bit first, from the highest bit of each byte on. */
export interface BitWriter {
  /** `value` is a whole number below 2 to the `width`; `width` is 0-53. */
  write(value: number, width: number): void;
  /** What was written, filled up with zero bits to whole bytes. */
  bytes(): Uint8Array;
}

const capacity = 256;

export function createBitWriter(): BitWriter {
  let bytes = new Uint8Array(capacity);
  let length = 0;
  /** At most 24 bits. */
  const writeFew = (value: number, width: number) => {
    let left = width;
    while (left > 0) {
      const free = 8 - (length & 7);
      const taken = Math.min(free, left);
      const part = (value >>> (left - taken)) & (0xff >>> (8 - taken));
      const at = length >>> 3;
      if (at === bytes.length) {
        const larger = new Uint8Array(2 * bytes.length);
        larger.set(bytes);
        bytes = larger;
      }
      bytes[at] = (bytes[at] ?? 0) | (part << (free - taken));
      length += taken;
      left -= taken;
    }
  };
  return {
    write(value, width) {
      for (let left = width; left > 0; ) {
        const taken = ((left - 1) % 24) + 1;
        left -= taken;
        writeFew(Math.floor(value / 2 ** left) % 2 ** taken, taken);
      }
    },
    bytes: () => bytes.slice(0, (length + 7) >>> 3),
  };
}

/** The number in `width` (0-25) bits from bit `at` on. Looks up to three bytes further than it needs. */
export function readBits(view: DataView, at: number, width: number): number {
  return width === 0 ? 0 : (view.getUint32(at >>> 3) << (at & 7)) >>> (32 - width);
}

/** As `readBits`, for up to 50 bits. */
export function readManyBits(view: DataView, at: number, width: number): number {
  return width <= 25
    ? readBits(view, at, width)
    : readBits(view, at, width - 25) * 2 ** 25 + readBits(view, at + width - 25, 25);
}

/** How many bits a whole number from 0 to below 2 to the 53 takes; 0 for 0. */
export function bitLength(value: number): number {
  return value < 2 ** 32 ? 32 - Math.clz32(value) : 64 - Math.clz32(Math.floor(value / 2 ** 32));
}
