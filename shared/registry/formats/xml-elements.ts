import { ListRefused } from './list-refused.ts';

export interface ElementHandler {
  /** Bytes from the `<` to before the `>`. `line` is that of the `<`. */
  open(buffer: Uint8Array, start: number, end: number, line: number): void;
  close(buffer: Uint8Array, start: number, end: number, line: number): void;
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
 * their attributes. Text is passed over, and so are comments and processing instructions; declarations (document types,
 * entities, CDATA) are refused, so nothing in it can refer to anything else. No `>` stands in an attribute of a list.
 * Throws ListRefused.
 */
export function createElementCutter(handler: ElementHandler): ElementCutter {
  let rest: Uint8Array = nothing;
  let line = 1;
  let afterCr = false;
  /** What ends the comment or instruction that the text is in: hyphens or the question mark before its `>`. */
  let passing: 'comment' | 'instruction' | null = null;
  /** The last two bytes before, while passing. */
  let before = 0;
  let beforeThat = 0;

  /** Reads on from `at`; answers where what has to wait for the next chunk begins. */
  const read = (buffer: Uint8Array): number => {
    const { length } = buffer;
    let start = -1;
    let startLine = line;
    for (let at = 0; at < length; at += 1) {
      const byte = buffer[at] ?? 0;
      if (byte === lf || byte === cr) {
        line += byte === lf && afterCr ? 0 : 1;
      }
      afterCr = byte === cr;
      if (passing !== null) {
        const ends =
          byte === greater &&
          (passing === 'instruction' ? before === question : before === hyphen && beforeThat === hyphen);
        beforeThat = before;
        before = byte;
        passing = ends ? null : passing;
      } else if (byte === less) {
        if (start >= 0) {
          handler.malformed(startLine);
        }
        start = at;
        startLine = line;
      } else if (start >= 0) {
        if (byte === greater) {
          if (buffer[start + 1] === slash) {
            handler.close(buffer, start, at, startLine);
          } else {
            handler.open(buffer, start, at, startLine);
          }
          start = -1;
        } else if (at === start + 1 && byte === question) {
          passing = 'instruction';
          before = 0;
          start = -1;
        } else if (buffer[start + 1] === bang) {
          const wrong = at > start + 1 && byte !== hyphen;
          if (wrong) {
            throw new ListRefused(`Line ${startLine} declares a document type or entities, which lists do not.`);
          }
          if (at === start + 3) {
            passing = 'comment';
            before = 0;
            beforeThat = 0;
            start = -1;
          }
        }
      }
    }
    if (start >= 0) {
      if (length - start > longestTag) {
        throw new ListRefused(
          `Line ${startLine} has a tag of more than ${longestTag} bytes: this is not a list of numbers.`,
        );
      }
      line = startLine;
      afterCr = false;
    }
    return start < 0 ? length : start;
  };

  return {
    push(chunk) {
      const buffer = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      const from = read(buffer);
      rest = from === buffer.length ? nothing : Uint8Array.from(buffer.subarray(from));
    },
    finish: () => rest.length === 0 && passing === null,
  };
}
