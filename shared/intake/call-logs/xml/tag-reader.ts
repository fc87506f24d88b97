import { tagLimit } from '../limits.ts';
import { LogFault } from '../log-fault.ts';
import { attributeReader } from './attributes.ts';

export interface Tag {
  readonly name: string;
  /** The wanted attributes, references resolved; null where the tag is not well-formed. */
  readonly attributes: ReadonlyMap<string, string> | null;
  readonly closed: boolean;
}

export interface TagHandler {
  open(tag: Tag): void;
  close(name: string): void;
}

export interface TagReaderOptions {
  /** Names of attributes to keep; the others are only stepped over. */
  readonly wanted: ReadonlySet<string>;
  /** A tag and its attribute that may be of any length and is thrown away as it comes. */
  readonly dropped?: { readonly tag: string; readonly attribute: string };
}

export interface TagReader {
  write(text: string): void;
  /** Characters left over: a tag that was never finished. */
  end(): number;
}

/**
 * The tags of an XML file, however its text is cut into pieces, in constant memory. It reads what phones write: elements and
 * attributes; comments, processing instructions, CDATA and text are stepped over, and a document type or entity declaration
 * refuses the file. Searching for delimiters instead of looking at every character, it is several times as fast as a
 * complete parser, which the tests hold it against. A tag that is not well-formed is given as such, and reading goes on with
 * the next one. Throws LogFault for declarations and for a tag of more than 1 MB.
 */
export function tagReader(handler: TagHandler, { wanted, dropped }: TagReaderOptions): TagReader {
  const readAttributes = attributeReader(wanted);
  let rest = '';
  /** The quote that ends the value being dropped. */
  let dropping: string | null = null;

  const readTag = (text: string, start: number): number => {
    const nameEnd = endOfName(text, start + 1);
    if (nameEnd === text.length) {
      return -1;
    }
    const name = text.slice(start + 1, nameEnd);
    const found = readAttributes(text, nameEnd);
    switch (found.kind) {
      case 'read':
        handler.open({ name, attributes: found.attributes, closed: found.closed });
        return withinLimit(found.end, start);
      case 'malformed':
        handler.open({ name, attributes: null, closed: false });
        return found.end;
      case 'unfinished':
        if (found.value !== null && dropped?.tag === name && dropped.attribute === found.value.of) {
          dropping = text[found.value.start - 1] ?? null;
          rest = text.slice(start, found.value.start);
        }
        return -1;
    }
  };

  const read = (text: string): void => {
    let at = 0;
    for (;;) {
      const start = text.indexOf('<', at);
      if (start < 0) {
        rest = '';
        return;
      }
      const end = markupEnd(text, start, handler) ?? readTag(text, start);
      if (end < 0) {
        if (dropping === null) {
          rest = start === 0 ? text : text.slice(start);
        }
        return;
      }
      at = end;
    }
  };

  return {
    write(piece) {
      let text = piece;
      if (dropping !== null) {
        const end = valueEnd(text, dropping);
        if (end < 0) {
          return;
        }
        text = text.slice(end);
        dropping = null;
      }
      read(rest === '' ? text : rest + text);
      withinLimit(rest.length, 0);
    },
    end: () => rest.length,
  };
}

function withinLimit(end: number, start: number): number {
  if (end - start > tagLimit) {
    throw new LogFault('oversized', `One tag of the file is longer than ${tagLimit} characters.`);
  }
  return end;
}

/** Where a value ends, by its quote or because the next tag shows that the quote was lost. */
function valueEnd(text: string, quote: string): number {
  const end = text.indexOf(quote);
  const lost = text.indexOf('<');
  return lost >= 0 && (end < 0 || lost < end) ? lost : end;
}

/** Where markup that is no element's start ends; -1 if it is not there yet; null for an element's start. */
function markupEnd(text: string, start: number, handler: TagHandler): number | null {
  switch (text[start + 1]) {
    case undefined:
      return -1;
    case '/': {
      const end = text.indexOf('>', start);
      if (end > 0) {
        handler.close(text.slice(start + 2, end).trim());
      }
      return end < 0 ? -1 : end + 1;
    }
    case '?':
      return after(text, '?>', start);
    case '!':
      return declarationEnd(text, start);
    default:
      return null;
  }
}

function declarationEnd(text: string, start: number): number {
  for (const [opening, closing] of [
    ['<!--', '-->'],
    ['<![CDATA[', ']]>'],
  ] as const) {
    if (text.startsWith(opening, start)) {
      return after(text, closing, start + opening.length);
    }
    if (opening.startsWith(text.slice(start))) {
      return -1;
    }
  }
  throw new LogFault('declarations', 'The file declares a document type or entities, which call logs do not.');
}

function after(text: string, closing: string, from: number): number {
  const end = text.indexOf(closing, from);
  return end < 0 ? -1 : end + closing.length;
}

/** The position after a name: that of the next space, slash or bracket. */
function endOfName(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code <= 0x20 || code === 0x2f || code === 0x3e || code === 0x3c) {
      return at;
    }
    at += 1;
  }
  return at;
}
