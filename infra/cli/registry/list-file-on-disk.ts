import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ListFile } from '#shared/registry/formats/list-reading.ts';

/** A file that cannot be read, in words for the operator. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
}

const chunkBytes = 1 << 20;

/** Throws UnreadableFile, also when it is read. */
export async function openListFile(path: string): Promise<ListFile> {
  const { size } = await stat(path).catch((error: unknown) => {
    throw unreadable(path, error);
  });
  return {
    name: basename(path),
    bytes: size,
    async *read(from, to) {
      if (to <= from) {
        return;
      }
      try {
        yield* createReadStream(path, { start: from, end: to - 1, highWaterMark: chunkBytes });
      } catch (error) {
        throw unreadable(path, error);
      }
    },
  };
}

function unreadable(path: string, error: unknown): UnreadableFile {
  return new UnreadableFile(`${path} ${explain(error)}.`, { cause: error });
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
    default:
      return `cannot be read (${code === '' ? String(error) : code})`;
  }
}
