/**
 * Why the beginning of a file shows that it is not a flat full list; null if nothing speaks against it. Takes the first
 * bytes, as many as there are up to some thousand.
 */
export function otherKindOfFile(start: Uint8Array): string | null {
  const bytes = Buffer.from(start.buffer, start.byteOffset, Math.min(start.byteLength, 4096));
  if (bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004', 'latin1'))) {
    return 'It is a zip archive. Unpack it first; plain text and .gz are read.';
  }
  if (bytes.subarray(0, 2).equals(Buffer.of(0x1f, 0x8b))) {
    return 'It is compressed twice.';
  }
  if (bytes.subarray(0, 2).equals(Buffer.of(0xff, 0xfe)) || bytes.subarray(0, 2).equals(Buffer.of(0xfe, 0xff))) {
    return 'It is UTF-16 text; the list is plain ASCII.';
  }
  if (bytes.some((byte) => byte < 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09)) {
    return 'It is a binary file, not a text list.';
  }
  const text = bytes
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart();
  if (/^<(?:!doctype\s+html|html)/i.test(text)) {
    return 'It is an HTML page, perhaps a log-in or error page saved in place of the list.';
  }
  if (text.startsWith('<')) {
    return 'It is XML; only the flat format is read.';
  }
  const [first = ''] = text.split(/[\r\n]/, 1);
  if (/^\d{3},\d{7},/.test(first)) {
    return 'It is a change list (additions and deletions) or has further columns; only full lists are read.';
  }
  return null;
}
