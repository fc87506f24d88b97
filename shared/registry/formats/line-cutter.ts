import { ListRefused } from './list-refused.ts';

/** A line without its end, as a range of the buffer, which is only valid during the call. `line` counts from 1. */
export type OnLine = (buffer: Uint8Array, start: number, end: number, line: number) => void;

export interface LineCutter {
  push(chunk: Uint8Array): void;
  /** Gives the rest as a last line; false if there was none, because the text ended with a line end. */
  finish(): boolean;
}

const lf = 0x0a;
const cr = 0x0d;
const longestLine = 4096;
const nothing = new Uint8Array(0);

/**
 * Cuts bytes into lines at LF, CRLF and CR, also mixed, wherever the chunks are cut; copies only what spans two chunks.
 * Throws ListRefused for a line of more than 4,096 bytes.
 */
export function createLineCutter(onLine: OnLine): LineCutter {
  let rest: Uint8Array = nothing;
  let line = 0;
  /** The text so far ends with a CR, whose LF may come. */
  let afterCr = false;

  const keep = (piece: Uint8Array): void => {
    if (rest.length + piece.length > longestLine) {
      throw new ListRefused(`Line ${line + 1} has more than ${longestLine} bytes: this is not a list of numbers.`);
    }
    rest = rest.length === 0 ? Uint8Array.from(piece) : Buffer.concat([rest, piece]);
  };

  return {
    push(chunk) {
      const { length } = chunk;
      if (length === 0) {
        return;
      }
      let start = afterCr && chunk[0] === lf ? 1 : 0;
      afterCr = false;
      for (let at = start; at < length; at += 1) {
        const byte = chunk[at];
        if (byte !== lf && byte !== cr) {
          continue;
        }
        line += 1;
        if (rest.length > 0) {
          keep(chunk.subarray(start, at));
          onLine(rest, 0, rest.length, line);
          rest = nothing;
        } else {
          onLine(chunk, start, at, line);
        }
        if (byte === cr) {
          if (at + 1 === length) {
            afterCr = true;
          } else if (chunk[at + 1] === lf) {
            at += 1;
          }
        }
        start = at + 1;
      }
      if (start < length) {
        keep(chunk.subarray(start));
      }
    },
    finish() {
      if (rest.length === 0) {
        return false;
      }
      line += 1;
      onLine(rest, 0, rest.length, line);
      rest = nothing;
      return true;
    },
  };
}
