import { closeSync, existsSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { damaged } from './json-file.ts';

const MAGIC = 'SQLite format 3\0';

function headerFault(path: string): string | undefined {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return missing ? undefined : 'cannot be opened';
  }
  try {
    const size = fstatSync(file).size;
    if (size === 0) {
      return undefined;
    }
    const header = Buffer.alloc(100);
    const read = readSync(file, header, 0, 100, 0);
    if (read < 100 || header.toString('latin1', 0, 16) !== MAGIC) {
      return 'is not a database';
    }
    // https://www.sqlite.org/fileformat.html: page size at 16 (1 means 65,536), size in pages at 28, valid only if
    // the counters at 24 and 92 agree.
    const stated = header.readUInt16BE(16);
    const pageSize = stated === 1 ? 65_536 : stated;
    const pages = header.readUInt32BE(24) === header.readUInt32BE(92) ? header.readUInt32BE(28) : 0;
    return size < pages * pageSize ? 'is cut short' : undefined;
  } finally {
    closeSync(file);
  }
}

/** Reading all of a large database would hold up every start; a small one is read in milliseconds. */
const READ_WHOLE = 20_000_000;

function contentFault(path: string): string | undefined {
  if (!existsSync(path) || statSync(path).size > READ_WHOLE) {
    return undefined;
  }
  try {
    const database = new DatabaseSync(path);
    try {
      const [first] = database.prepare('PRAGMA quick_check(1)').all();
      return first?.['quick_check'] === 'ok' ? undefined : 'is corrupt';
    } finally {
      database.close();
    }
  } catch {
    return 'is corrupt';
  }
}

/** Finds a database file that was overwritten or cut, before an engine meets it and answers in riddles. */
export function checkDatabase(path: string, folder: string): void {
  const fault = headerFault(path) ?? contentFault(path);
  if (fault !== undefined) {
    throw damaged(path, folder, fault);
  }
}
