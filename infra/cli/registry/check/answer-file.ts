import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import type { Io } from '../../io.ts';

/** Where the answers go, line by line. */
export interface AnswerFile {
  write(lines: readonly string[]): Promise<void>;
  /** Only then there is a file of this name. */
  keep(): Promise<void>;
  discard(): Promise<void>;
}

/** The answers cannot be put where they should go, in words for the operator. */
export class UnwritableAnswers extends Error {
  override readonly name = 'UnwritableAnswers';
}

export function printedAnswers({ out }: Io): AnswerFile {
  return {
    async write(lines) {
      for (const line of lines) {
        out(line);
      }
    },
    keep: async () => {},
    discard: async () => {},
  };
}

/** Written beside its place and moved there at the end, so that nobody takes half of it for all. Lines end with CRLF (RFC 4180). */
export function answersOnDisk(path: string): AnswerFile {
  const unfinished = `${path}.unfinished`;
  const stream = createWriteStream(unfinished);
  const ended = finished(stream).catch((error: unknown) => {
    throw unwritable(path, error);
  });
  // Rejects where it is awaited: in `write` and `keep`.
  ended.catch(() => {});
  return {
    async write(lines) {
      if (lines.length > 0 && !stream.write(`${lines.join('\r\n')}\r\n`)) {
        await Promise.race([once(stream, 'drain').catch(() => ended), ended]);
      }
    },
    async keep() {
      stream.end();
      await ended;
      await rename(unfinished, path).catch((error: unknown) => {
        throw unwritable(path, error);
      });
    },
    async discard() {
      stream.destroy();
      await ended.catch(() => {});
      await rm(unfinished, { force: true });
    },
  };
}

function unwritable(path: string, error: unknown): UnwritableAnswers {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return new UnwritableAnswers(`${path} cannot be written (${code}).`, { cause: error });
}
