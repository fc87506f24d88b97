/** The default alphabet by code, 0x00 to 0x7F (3GPP TS 23.038, 6.2.1); 0x1B leads to the extension table. */
const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';

/** What follows an escape, by code (TS 23.038, 6.2.1.1). */
const extension: ReadonlyMap<number, string> = new Map([
  [0x0a, '\f'],
  [0x14, '^'],
  [0x28, '{'],
  [0x29, '}'],
  [0x2f, '\\'],
  [0x3c, '['],
  [0x3d, '~'],
  [0x3e, ']'],
  [0x40, '|'],
  [0x65, '€'],
]);

/** Characters of one septet; the escape is none. */
export const basicCharacters: ReadonlySet<string> = new Set(basic.replace('\u001b', ''));

/** Characters of two: an escape and one more. */
export const extensionCharacters: ReadonlySet<string> = new Set(extension.values());

/** One character in a byte. A byte past 0x7F becomes U+FFFD, an unknown extension the basic character of its code. */
export function decodeGsm(bytes: Uint8Array): string {
  let text = '';
  let escaped = false;
  for (const byte of bytes) {
    if (byte === 0x1b && !escaped) {
      escaped = true;
      continue;
    }
    const extended = escaped ? extension.get(byte) : undefined;
    text += extended ?? (byte === 0x1b ? ' ' : (basic[byte] ?? '\ufffd'));
    escaped = false;
  }
  return text;
}
