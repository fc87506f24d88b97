import { ListRefused } from './list-refused.ts';

export interface ElementHandler {
  /** Bytes from the `<` to before the `>`. `line` is that of the `<`. */
  open(buffer: Uint8Array, start: number, end: number, line: number): void;
  close(buffer: Uint8Array, start: number, end: number): void;
  /** A tag in which the next one begins. */
  malformed(line: number): void;
}

export interface ElementCutter {
  push(chunk: Uint8Array): void;
  /** False if the text ends within markup. */
  finish(): boolean;
}

const [lf, cr, bang, hyphen, slash, less, greater, question] = [0x0a, 0x0d, 0x21, 0x2d, 0x2f, 0x3c, 0x3e, 0x3f];
const longestTag = 4096;
const nothing = new Uint8Array(0);

/**
 * Cuts bytes of XML into tags, in constant memory and however chunks are cut. It reads what lists of numbers hold: elements and
 * their attributes, in which no `>` stands. Text is passed over, and so are comments and processing instructions; declarations
 * (document types, entities, CDATA) are refused, so nothing can refer to anything else. Throws ListRefused.
 */
export function createElementCutter(handler: ElementHandler): ElementCutter {
  let rest: Uint8Array = nothing;
  let line = 1;
  /** The byte before the buffer. */
  let former = 0;
  /** In a comment or an instruction: the byte that stands before the `>` that ends it, and how often. */
  let passing: typeof hyphen | typeof question | null = null;
  let ending = 0;

  /** Steps over text, or (from a `<` on) over a tag: to the next of the two brackets, counting lines. */
  const nextBracket = (buffer: Uint8Array, from: number): number => {
    const { length } = buffer;
    let at = from;
    for (; at < length; at += 1) {
      const byte = buffer[at] ?? 0;
      if (byte === less || byte === greater) {
        return at;
      }
      if (byte === cr || (byte === lf && (at === 0 ? former : buffer[at - 1]) !== cr)) {
        line += 1;
      }
    }
    return at;
  };

  /** Where the comment or instruction ends, or the buffer. */
  const pass = (buffer: Uint8Array, from: number): number => {
    for (let at = from; at < buffer.length; at += 1) {
      const byte = buffer[at] ?? 0;
      if (byte === greater && ending >= (passing === hyphen ? 2 : 1)) {
        passing = null;
        return at + 1;
      }
      ending = byte === passing ? ending + 1 : 0;
      if (byte === cr || (byte === lf && (at === 0 ? former : buffer[at - 1]) !== cr)) {
        line += 1;
      }
    }
    return buffer.length;
  };

  /** Begins to pass over what no element is; answers where it goes on, -1 if more bytes are needed to tell. */
  const special = (buffer: Uint8Array, start: number): number | null => {
    const first = buffer[start + 1];
    ending = 0;
    if (first === question) {
      passing = question;
      return start + 2;
    }
    if (first !== bang) {
      return first === undefined ? -1 : null;
    }
    const [second, third] = [buffer[start + 2], buffer[start + 3]];
    if ((second ?? hyphen) !== hyphen || (third ?? hyphen) !== hyphen) {
      throw new ListRefused(`Line ${line} declares a document type or entities, which lists do not.`);
    }
    passing = third === undefined ? null : hyphen;
    return third === undefined ? -1 : start + 4;
  };

  /** Reads on; answers where what has to wait for the next chunk begins. */
  const read = (buffer: Uint8Array): number => {
    const { length } = buffer;
    for (let at = 0; at < length; ) {
      if (passing !== null) {
        at = pass(buffer, at);
        continue;
      }
      const start = nextBracket(buffer, at);
      if (buffer[start] !== less) {
        at = start + 1;
        continue;
      }
      const after = special(buffer, start);
      if (after === -1) {
        return start;
      }
      if (after !== null) {
        at = after;
        continue;
      }
      const lineOfTag = line;
      const end = nextBracket(buffer, start + 1);
      if (end - start > longestTag) {
        throw new ListRefused(
          `Line ${lineOfTag} has a tag of more than ${longestTag} bytes: this is not a list of numbers.`,
        );
      }
      if (end === length) {
        line = lineOfTag;
        return start;
      }
      if (buffer[end] === less) {
        handler.malformed(lineOfTag);
        at = end;
      } else if (buffer[start + 1] === slash) {
        handler.close(buffer, start, end);
        at = end + 1;
      } else {
        handler.open(buffer, start, end, lineOfTag);
        at = end + 1;
      }
    }
    return length;
  };

  return {
    push(chunk) {
      const buffer = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      const from = Math.min(read(buffer), buffer.length);
      former = from === 0 ? former : (buffer[from - 1] ?? 0);
      rest = from === buffer.length ? nothing : Uint8Array.from(buffer.subarray(from));
    },
    finish: () => rest.length === 0 && passing === null,
  };
}
