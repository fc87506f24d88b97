import { inflated } from './inflate.ts';
import type { ListFile } from './list-reading.ts';
import { unpackLimits, withinLimits } from './unpack-limits.ts';
import { openArchive } from './zip-archive.ts';

/** One file of numbers, unpacked when it is read. */
export interface PlacedFile {
  readonly name: string;
  /** From 1 among the files of an archive that has several; null for one that stands alone. */
  readonly place: number | null;
  /** Unpacked; null where nobody knows before. */
  readonly bytes: number | null;
  read(): AsyncIterable<Uint8Array>;
}

const headBytes = 4;

/**
 * What a list file consists of: itself, what is in its gzip, or the files of its zip archive; which of these it is tells its
 * content. Throws ListRefused, and errors of the source.
 */
export async function membersOf(file: ListFile): Promise<readonly PlacedFile[]> {
  const head: number[] = [];
  for await (const chunk of file.read(0, Math.min(headBytes, file.bytes))) {
    head.push(...chunk);
  }
  const whole = () => file.read(0, file.bytes);
  if (head[0] === 0x1f && head[1] === 0x8b) {
    return [{ name: file.name, place: null, bytes: null, read: () => inflated(whole(), 'gzip', unpackLimits) }];
  }
  // A local file header, or the end of an archive without files.
  if (head[0] === 0x50 && head[1] === 0x4b && (head[2] === 0x03 || head[2] === 0x05)) {
    const files = await openArchive(file, unpackLimits);
    return files.map(({ name, bytes, read }, index) => ({ name, place: index + 1, bytes, read }));
  }
  const read = () => withinLimits(whole(), () => file.bytes, unpackLimits);
  return [{ name: file.name, place: null, bytes: file.bytes, read }];
}
