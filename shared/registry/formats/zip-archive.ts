import { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from 'yauzl';
import { inflated } from './inflate.ts';
import type { ListFile } from './list-reading.ts';
import { ListRefused } from './list-refused.ts';
import { type UnpackLimits, withinLimits } from './unpack-limits.ts';

export interface ArchivedFile {
  /** Without folders. */
  readonly name: string;
  /** Unpacked, as the directory of the archive says; what comes out is held to it. */
  readonly bytes: number;
  read(): AsyncIterable<Uint8Array>;
}

const [stored, deflated] = [0, 8];
/** The directory of a thousand files fits; so an object in a bucket is asked once for it. */
const tailBytes = 1 << 20;

/**
 * The files of a zip archive, in its order. Read by its directory, which stands at the end: a file that was cut short has none.
 * Throws ListRefused for damage, encryption, too many files, and beyond the limits; errors of the source as they are.
 */
export async function openArchive(file: ListFile, limits: UnpackLimits): Promise<readonly ArchivedFile[]> {
  const reader = new RangeReader(file);
  const zip = await explained(reader, () => fromRandomAccessReaderPromise(reader, file.bytes, { autoClose: false }));
  if (zip.entryCount > limits.files) {
    throw new ListRefused(
      `The archive holds ${zip.entryCount} files; at most ${limits.files} area codes are expected.`,
    );
  }
  const files: ArchivedFile[] = [];
  let bytes = 0;
  await explained(reader, async () => {
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileName.split('/').at(-1) ?? '';
      // Folders, and what macOS puts beside each file.
      if (name === '' || entry.fileName.startsWith('__MACOSX/') || name === '.DS_Store') {
        continue;
      }
      const place = `File ${files.length + 1} of the archive`;
      if (entry.isEncrypted()) {
        throw new ListRefused(`${place} is encrypted. Unpack it first.`);
      }
      if (entry.compressionMethod !== stored && entry.compressionMethod !== deflated) {
        throw new ListRefused(`${place} is compressed in a way that is not read (method ${entry.compressionMethod}).`);
      }
      bytes += entry.uncompressedSize;
      if (bytes > limits.bytes || (bytes > limits.ratioFrom && bytes > limits.ratio * file.bytes)) {
        throw new ListRefused('The archive unpacks to more than a list can hold.');
      }
      files.push({
        name,
        bytes: entry.uncompressedSize,
        read: () => checked({ file, reader, zip, entry, place, limits }),
      });
    }
  });
  if (files.length === 0) {
    throw new ListRefused('The archive holds no files.');
  }
  return files;
}

interface Reading {
  readonly file: ListFile;
  readonly reader: RangeReader;
  readonly zip: ZipFile;
  readonly entry: Entry;
  readonly place: string;
  readonly limits: UnpackLimits;
}

/** The content of one file, held to the size and checksum that the directory gives. */
async function* checked({ file, reader, zip, entry, place, limits }: Reading): AsyncGenerator<Uint8Array> {
  const { fileDataStart } = await explained(reader, () => zip.readLocalFileHeaderPromise(entry, { minimal: true }));
  const packed = file.read(fileDataStart, fileDataStart + entry.compressedSize);
  const unpacked =
    entry.compressionMethod === deflated
      ? inflated(packed, 'deflate', limits)
      : withinLimits(packed, () => entry.compressedSize, limits);
  let bytes = 0;
  let checksum = 0;
  for await (const chunk of unpacked) {
    bytes += chunk.length;
    if (bytes > entry.uncompressedSize) {
      break;
    }
    checksum = crc32(chunk, checksum);
    yield chunk;
  }
  if (bytes !== entry.uncompressedSize || checksum !== entry.crc32) {
    throw new ListRefused(`${place} is damaged: its size or checksum is not what the archive says. Fetch it again.`);
  }
}

/** Reads ranges for yauzl, the end of the file once and for all. */
class RangeReader extends RandomAccessReader {
  /** What the source threw, as opposed to what the archive is blamed for. */
  sourceError: unknown = null;
  readonly #file: ListFile;
  #tail: Promise<Buffer> | null = null;

  constructor(file: ListFile) {
    super();
    this.#file = file;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.#file.read(start, end));
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    this.#range(position, position + length).then(
      (bytes) => {
        bytes.copy(buffer, offset);
        callback(bytes.length < length ? new Error('unexpected EOF') : null);
      },
      (error: unknown) => {
        this.sourceError = error;
        callback(error instanceof Error ? error : new Error('the file could not be read', { cause: error }));
      },
    );
  }

  async #range(from: number, to: number): Promise<Buffer> {
    const tailStart = Math.max(0, this.#file.bytes - tailBytes);
    if (from < tailStart) {
      return collect(this.#file.read(from, to));
    }
    this.#tail ??= collect(this.#file.read(tailStart, this.#file.bytes));
    return (await this.#tail).subarray(from - tailStart, to - tailStart);
  }
}

async function collect(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) {
    parts.push(chunk);
  }
  return Buffer.concat(parts);
}

async function explained<T>(reader: RangeReader, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    if (error instanceof ListRefused || reader.sourceError !== null) {
      throw error;
    }
    throw new ListRefused(
      error instanceof Error && error.message.startsWith('End of central directory record signature not found')
        ? 'The zip archive has no end: it was cut short. Fetch it again.'
        : 'The zip archive is damaged, or cut short. Fetch it again.',
    );
  }
}
