import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';

/** A file that cannot be read, in words for the operator. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
}

/** The content of a file in chunks, unpacked if it is gzip (whatever its name). Throws UnreadableFile. */
export async function* readListFile(path: string): AsyncGenerator<Uint8Array> {
  try {
    const compressed = await beginsLikeGzip(path);
    const source = createReadStream(path, { highWaterMark: 1 << 20 });
    const gunzip = compressed ? createGunzip({ chunkSize: 1 << 18 }) : null;
    if (gunzip !== null) {
      source.on('error', (error) => gunzip.destroy(error));
      source.pipe(gunzip);
    }
    try {
      yield* gunzip ?? source;
    } finally {
      source.destroy();
    }
  } catch (error) {
    throw new UnreadableFile(`${path} ${explain(error)}.`, { cause: error });
  }
}

async function beginsLikeGzip(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer.readUInt16BE() === 0x1f8b;
  } finally {
    await file.close();
  }
}

function explain(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'ENOENT':
      return 'does not exist';
    case 'EISDIR':
      return 'is a folder';
    case 'EACCES':
      return 'may not be read by this user';
    case 'Z_BUF_ERROR':
      return 'is a gzip file that ends too early: it was cut short. Fetch it again';
    case 'Z_DATA_ERROR':
      return 'is a damaged gzip file. Fetch it again';
    default:
      return `cannot be read (${code === '' ? String(error) : code})`;
  }
}
