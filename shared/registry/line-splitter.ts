/** Called with each line, without its end, as a range of the buffer. The buffer is only valid during the call. */
export type OnLine = (buffer: Buffer, start: number, end: number) => void;

export interface LineSplitter {
  push(chunk: Uint8Array): void;
  /** Bytes after the last line end. */
  readonly pending: number;
  /** Gives the rest as a last line; answers it, or null if the text ended with a line end. */
  finish(): string | null;
}

const lf = 0x0a;
const cr = 0x0d;

/** Cuts bytes into lines at LF, CRLF and CR, also mixed, wherever the chunks are cut. Copies only what spans two chunks. */
export function createLineSplitter(onLine: OnLine): LineSplitter {
  let rest: Buffer = Buffer.alloc(0);
  return {
    push(chunk) {
      const buffer =
        rest.length === 0 ? Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length) : Buffer.concat([rest, chunk]);
      let start = 0;
      for (let end = nextEnd(buffer, start); end >= 0; end = nextEnd(buffer, start)) {
        onLine(buffer, start, end);
        start = end + (buffer[end] === cr && buffer[end + 1] === lf ? 2 : 1);
      }
      rest = Buffer.from(buffer.subarray(start));
    },
    get pending() {
      return rest.length;
    },
    finish() {
      const ended = rest.length === 0 || rest.at(-1) === cr;
      const text = rest.toString('latin1', 0, ended ? Math.max(0, rest.length - 1) : rest.length);
      if (rest.length > 0) {
        onLine(rest, 0, text.length);
      }
      rest = Buffer.alloc(0);
      return ended ? null : text;
    },
  };
}

/** The position of the next line end. A CR at the very end waits for the next chunk, which may begin with its LF. */
function nextEnd(buffer: Buffer, start: number): number {
  const nextLf = buffer.indexOf(lf, start);
  const reach = nextLf < 0 ? buffer.length - 1 : nextLf;
  for (let at = start; at < reach; at += 1) {
    if (buffer[at] === cr) {
      return at;
    }
  }
  return nextLf;
}
