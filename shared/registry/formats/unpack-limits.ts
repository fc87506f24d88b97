import { ListRefused } from './list-refused.ts';

export interface UnpackLimits {
  /** Of one file, and of all files of an archive together. */
  readonly bytes: number;
  /** Unpacked bytes for each packed one. */
  readonly ratio: number;
  /** Below this many unpacked bytes the ratio does not matter. */
  readonly ratioFrom: number;
  /** Files in an archive: area codes. */
  readonly files: number;
}

/**
 * Twice the national list of 2025 as XML (258.5 million elements of some 28 bytes). Lists shrink to a fifth as flat text and
 * to a tenth as XML, whether their numbers are scattered or follow one another (docs/registry-formats.md).
 */
export const unpackLimits: UnpackLimits = {
  bytes: 16_000_000_000,
  ratio: 100,
  ratioFrom: 1_000_000,
  files: 1000,
};

/** Counts what comes out of a container. Throws ListRefused beyond a limit. */
export async function* withinLimits(
  unpacked: AsyncIterable<Uint8Array>,
  packedBytes: () => number,
  limits: UnpackLimits,
): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of unpacked) {
    bytes += chunk.length;
    if (bytes > limits.bytes) {
      throw new ListRefused(`It unpacks to more than ${limits.bytes} bytes, twice the national list.`);
    }
    if (bytes > limits.ratioFrom && bytes > limits.ratio * packedBytes()) {
      throw new ListRefused(`It unpacks to more than ${limits.ratio} times its size, which no list does.`);
    }
    yield chunk;
  }
}
