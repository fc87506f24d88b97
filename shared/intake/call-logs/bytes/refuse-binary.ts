import { LogFault } from '../log-fault.ts';

const archives: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
  [0x1f, 0x8b],
  [0x42, 0x5a, 0x68],
  [0xfd, 0x37, 0x7a, 0x58, 0x5a],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x52, 0x61, 0x72, 0x21],
  [0x28, 0xb5, 0x2f, 0xfd],
];
const binaries: readonly string[] = [
  '%PDF-',
  '\u007fELF',
  'MZ',
  '\u0089PNG',
  'GIF8',
  '\u00ff\u00d8\u00ff',
  'RIFF',
  'SQLite format',
  '{\\rtf',
];
const utf16Marks: readonly (readonly number[])[] = [
  [0xff, 0xfe],
  [0xfe, 0xff],
];

/** Looks at the first bytes; names and declared types prove nothing. Throws LogFault for what is no text. */
export function refuseBinary(head: Buffer): void {
  if (archives.some((magic) => beginsWith(head, magic))) {
    throw new LogFault('archive', 'The file is an archive. Unpack it and send the call log inside.');
  }
  const start = head.toString('latin1', 0, 16);
  const isUtf16 = utf16Marks.some((mark) => beginsWith(head, mark));
  const looksBinary = binaries.some(
    (magic) => start.startsWith(magic) && !(magic === 'MZ' && /^MZ[\x20-\x7e]*$/.test(start)),
  );
  if (looksBinary || (!isUtf16 && controls(head) > 0)) {
    throw new LogFault('binary', 'The file is a program, picture or document, not a call log.');
  }
}

function beginsWith(head: Buffer, magic: readonly number[]): boolean {
  return magic.every((byte, index) => head[index] === byte);
}

/** Bytes that no text has. */
function controls(head: Buffer): number {
  let count = head.includes(0) ? 1 : 0;
  let others = 0;
  for (const byte of head.subarray(0, 4096)) {
    others += byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c && byte !== 0x1b ? 1 : 0;
  }
  count += others > head.length / 50 ? others : 0;
  return count;
}
