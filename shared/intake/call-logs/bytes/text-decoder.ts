import { isUtf8 } from 'node:buffer';

export interface LogTextDecoder {
  write(bytes: Buffer): string;
  /** What was waiting for more bytes. */
  end(): string;
}

const latin1 = new TextDecoder('windows-1252');
const longestSequence = 4;

/**
 * Text of bytes in UTF-8, UTF-16 with a byte-order mark, or Latin-1 (its Windows form). Nobody declares which, and the first
 * umlaut may stand after a megabyte: bytes that are no UTF-8 are read as Latin-1, one by one, wherever the pieces are cut.
 */
export function logTextDecoder(start: Buffer): LogTextDecoder {
  const label =
    start[0] === 0xff && start[1] === 0xfe ? 'utf-16le' : start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : null;
  return label === null ? utf8OrLatin1() : utf16(label);
}

function utf16(label: 'utf-16le' | 'utf-16be'): LogTextDecoder {
  const decoder = new TextDecoder(label);
  return { write: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() };
}

function utf8OrLatin1(): LogTextDecoder {
  let rest: Buffer = Buffer.alloc(0);
  let started = false;
  const withoutMark = (text: string): string => {
    const first = !started && text !== '';
    started ||= first;
    return first && text.startsWith('\ufeff') ? text.slice(1) : text;
  };
  return {
    write(bytes) {
      const all = rest.length === 0 ? bytes : Buffer.concat([rest, bytes]);
      const end = all.length - unfinished(all);
      rest = Buffer.from(all.subarray(end));
      return withoutMark(decoded(all.subarray(0, end)));
    },
    end: () => withoutMark(latin1.decode(rest)),
  };
}

/** Bytes at the end that may begin a longer sequence. */
function unfinished(bytes: Buffer): number {
  for (let back = 1; back < longestSequence && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) {
      return 0;
    }
    if (byte >= 0xc0) {
      return sequenceLength(byte) > back ? back : 0;
    }
  }
  return 0;
}

function sequenceLength(lead: number): number {
  return lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
}

/** Every byte as a letter of Windows Latin-1, in UTF-8. */
const latin1InUtf8: readonly Buffer[] = Array.from({ length: 256 }, (_, byte) =>
  Buffer.from(latin1.decode(Uint8Array.of(byte)), 'utf8'),
);

function decoded(bytes: Buffer): string {
  if (isUtf8(bytes)) {
    return bytes.toString('utf8');
  }
  const mended = Buffer.alloc(bytes.length * 3);
  let length = 0;
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at] ?? 0;
    const size = sequenceLength(byte);
    if (byte < 0x80) {
      mended[length] = byte;
      length += 1;
    } else if (size > 1 && at + size <= bytes.length && isUtf8(bytes.subarray(at, at + size))) {
      length += bytes.copy(mended, length, at, at + size);
    } else {
      length += latin1InUtf8[byte]?.copy(mended, length) ?? 0;
      at += 1;
      continue;
    }
    at += size;
  }
  return mended.toString('utf8', 0, length);
}
