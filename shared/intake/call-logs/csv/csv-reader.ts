import { recordLimit } from '../limits.ts';

export type CsvRecord =
  | { readonly kind: 'cells'; readonly cells: readonly string[] }
  | { readonly kind: 'broken'; readonly reason: 'malformed' | 'too_long' };

export interface CsvReader {
  write(text: string): void;
  end(): void;
}

type Quoted =
  | { readonly kind: 'read'; readonly cells: readonly string[]; readonly end: number }
  | { readonly kind: 'malformed' | 'unfinished' };

/**
 * The records of a CSV file (RFC 4180; LF, CRLF or CR; blank lines do not count), however its text is cut into pieces. Where
 * quotes are broken or never closed, only the line on which the record began is lost, and reading goes on with the next
 * one; a record has at most 64 K characters.
 */
export function csvReader(delimiter: string, onRecord: (record: CsvRecord) => void): CsvReader {
  let rest = '';
  let skippingLine = false;

  /** Answers where reading goes on; -1 when more text is needed. */
  const readRecord = (text: string, at: number, lineEnd: number, last: boolean): number => {
    if ((lineEnd < 0 ? text.length : lineEnd) - at > recordLimit) {
      onRecord({ kind: 'broken', reason: 'too_long' });
      skippingLine = lineEnd < 0;
      return lineEnd < 0 ? text.length : afterLineEnd(text, lineEnd);
    }
    if (lineEnd < 0) {
      return -1;
    }
    const line = text.slice(at, lineEnd);
    if (!line.includes('"')) {
      if (line.trim() !== '') {
        onRecord({ kind: 'cells', cells: line.split(delimiter) });
      }
      return afterLineEnd(text, lineEnd);
    }
    const quoted = readQuoted(text, at, delimiter, last);
    const length = (quoted.kind === 'read' ? quoted.end : text.length) - at;
    if (quoted.kind === 'unfinished' && !last && length <= recordLimit) {
      return -1;
    }
    if (quoted.kind === 'read' && length <= recordLimit) {
      onRecord({ kind: 'cells', cells: quoted.cells });
      return afterLineEnd(text, quoted.end);
    }
    const tooLong = quoted.kind !== 'malformed' && length > recordLimit;
    onRecord({ kind: 'broken', reason: tooLong ? 'too_long' : 'malformed' });
    return afterLineEnd(text, lineEnd);
  };

  const read = (text: string, last: boolean): void => {
    const endOfLine = lineEnds(text, last);
    let at = 0;
    if (skippingLine) {
      const end = endOfLine(0);
      skippingLine = end < 0;
      at = end < 0 ? text.length - (text.endsWith('\r') ? 1 : 0) : afterLineEnd(text, end);
    }
    while (at < text.length && !skippingLine) {
      const next = readRecord(text, at, endOfLine(at), last);
      if (next < 0) {
        break;
      }
      at = next;
    }
    rest = text.slice(at);
  };

  return {
    write: (text) => read(rest + text, false),
    end: () => read(rest, true),
  };
}

/** Finds the end of the line from a position on; -1 when it is not there yet. A CR at the very end waits for its LF. */
function lineEnds(text: string, last: boolean): (from: number) => number {
  let lf = -1;
  let searched = false;
  return (from) => {
    if (!searched || (lf >= 0 && lf < from)) {
      lf = text.indexOf('\n', from);
      searched = true;
    }
    const cr = text.slice(from, lf < 0 ? text.length : lf).indexOf('\r');
    if (cr >= 0 && (last || from + cr < text.length - 1)) {
      return from + cr;
    }
    return lf >= 0 ? lf : last ? text.length : -1;
  };
}

function afterLineEnd(text: string, end: number): number {
  return end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1);
}

/** A record some of whose cells are in quotes. A quote inside a cell without quotes is a letter like others. */
function readQuoted(text: string, from: number, delimiter: string, last: boolean): Quoted {
  const cells: string[] = [];
  let at = from;
  for (;;) {
    if (text[at] !== '"') {
      const end = endOfCell(text, at, delimiter);
      cells.push(text.slice(at, end));
      at = end;
    } else {
      const close = closingQuote(text, at + 1);
      if (close < 0) {
        return { kind: 'unfinished' };
      }
      cells.push(text.slice(at + 1, close).replaceAll('""', '"'));
      at = close + 1;
    }
    const next = text[at];
    if (next === undefined || next === '\n' || next === '\r') {
      return next === undefined && !last ? { kind: 'unfinished' } : { kind: 'read', cells, end: at };
    }
    if (next !== delimiter) {
      return { kind: 'malformed' };
    }
    at += 1;
  }
}

function endOfCell(text: string, from: number, delimiter: string): number {
  let at = from;
  while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') {
    at += 1;
  }
  return at;
}

function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text[at + 1] === '"') {
    at = text.indexOf('"', at + 2);
  }
  return at;
}
