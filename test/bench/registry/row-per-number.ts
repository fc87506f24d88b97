import { statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { open } from 'lmdb';
import { lineNumber } from '#shared/registry/page-address.ts';
import type { DayOf } from './page-archive.ts';

/** Something that holds every number by itself. Numbers come in ascending order. */
export interface RowPerNumber {
  readonly name: string;
  add(number: number, day: number): void;
  finish(): { readonly bytes: number; readonly dayOf: DayOf };
}

/** Eight bytes for a number and two for its day, searched by halves. */
export function sortedArray(most: number): RowPerNumber {
  const numbers = new Float64Array(most);
  const days = new Uint16Array(most);
  let size = 0;
  return {
    name: 'sorted array',
    add(number, day) {
      numbers[size] = number;
      days[size] = day;
      size += 1;
    },
    finish: () => ({
      bytes: size * 10,
      dayOf(e164) {
        const wanted = lineNumber(e164);
        let low = 0;
        for (let high = size; low < high; ) {
          const middle = (low + high) >>> 1;
          if ((numbers[middle] ?? 0) < wanted) {
            low = middle + 1;
          } else {
            high = middle;
          }
        }
        return numbers[low] === wanted ? (days[low] ?? 0) : 0;
      },
    }),
  };
}

/** Entries of a transaction. */
const putAtOnce = 100_000;

/**
 * A key a number, two bytes each, in its own ordered encoding; appended, so that its pages are full, and never synced. Its
 * fastest reading is used: the value stays where it is.
 */
export function lmdb(path: string): RowPerNumber {
  const database = open<Buffer, number>({ path, noSubdir: true, encoding: 'binary', noSync: true, cache: false });
  let pending: (readonly [number: number, day: number])[] = [];
  const flush = () => {
    database.transactionSync(() => {
      for (const [number, day] of pending) {
        database.putSync(number, Buffer.of(day >>> 8, day & 0xff), { append: true });
      }
    });
    pending = [];
  };
  return {
    name: 'LMDB (lmdb)',
    add(number, day) {
      pending.push([number, day]);
      if (pending.length === putAtOnce) {
        flush();
      }
    },
    finish() {
      flush();
      return {
        bytes: statSync(path).size,
        dayOf: (e164) => database.getBinaryFast(lineNumber(e164))?.readUInt16BE(0) ?? 0,
      };
    },
  };
}

/** A row a number by its primary key, in a file that fits the page cache. */
export function sqlite(path: string): RowPerNumber {
  const database = new DatabaseSync(path);
  database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -2000000;');
  database.exec('CREATE TABLE listed (number INTEGER PRIMARY KEY, day INTEGER NOT NULL); BEGIN');
  const insert = database.prepare('INSERT INTO listed VALUES (?, ?)');
  return {
    name: 'SQLite (node:sqlite)',
    add: (number, day) => void insert.run(number, day),
    finish() {
      database.exec('COMMIT');
      const select = database.prepare('SELECT day FROM listed WHERE number = ?');
      return {
        bytes: statSync(path).size,
        dayOf: (e164) => Number(select.get(lineNumber(e164))?.['day'] ?? 0),
      };
    },
  };
}
