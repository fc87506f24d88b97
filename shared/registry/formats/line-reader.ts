import type { ContentReader } from './content-reader.ts';
import type { EntrySink } from './entry-sink.ts';
import { createLineCutter, type OnLine } from './line-cutter.ts';
import { ListRefused } from './list-refused.ts';

export interface LineReaderOptions {
  /** Takes or skips each line that is not blank. */
  readonly onLine: OnLine;
  readonly sink: EntrySink;
  /** Numbers have no fixed length, so a last line without its end may be one of which digits are missing. */
  readonly mixedLengths?: boolean;
}

/** The reader of a format with one entry a line. */
export function lineReader({ onLine, sink, mixedLengths = false }: LineReaderOptions): ContentReader {
  let lastLine = 0;
  let lastLength = 0;
  let formerLength = 0;
  let lastIsOfDigits = false;
  const cutter = createLineCutter((buffer, start, end, line) => {
    // Only a blank line begins with a blank or ends at once, but for the few that are indented.
    if (end === start || ((buffer[start] ?? 0) <= 0x20 && isBlank(buffer, start, end))) {
      return;
    }
    formerLength = lastLength;
    lastLength = end - start;
    lastLine = line;
    lastIsOfDigits = isDigitOrPlus(buffer[start]);
    onLine(buffer, start, end, line);
  });
  return {
    push: (chunk) => cutter.push(chunk),
    finish() {
      const bad = sink.bad;
      const formerLine = lastLine;
      if (cutter.finish() && lastLine > formerLine) {
        if (lastIsOfDigits && (sink.bad > bad || (mixedLengths && formerLine > 0 && lastLength < formerLength))) {
          throw new ListRefused(
            `The file ends in the middle of line ${lastLine}: it was cut short. Fetch it again${
              sink.bad > bad ? '' : ' (or end its last line, if it is whole)'
            }.`,
          );
        }
      }
    },
    covers: { kind: 'not_stated' },
    listDay: null,
  };
}

function isBlank(buffer: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    const byte = buffer[at];
    if (byte !== 0x20 && byte !== 0x09) {
      return false;
    }
  }
  return true;
}

function isDigitOrPlus(byte = 0): boolean {
  return (byte >= 0x30 && byte <= 0x39) || byte === 0x2b;
}
