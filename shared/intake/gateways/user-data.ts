import { decodeGsm } from '../gsm-alphabet.ts';

/** Bytes written in hexadecimal, at most 1,000 of them; undefined for anything else. */
export function bytesOf(hexadecimal: string): Uint8Array | undefined {
  return hexadecimal.length <= 2000 && hexadecimal.length % 2 === 0 && /^[0-9a-f]*$/i.test(hexadecimal)
    ? Buffer.from(hexadecimal, 'hex')
    : undefined;
}

/**
 * The text of a message that came as bytes, header taken off. `dataCoding` as in SMPP (5.2.19): 0 the GSM alphabet with one
 * character in a byte, 3 Latin-1, 8 UCS-2. Of other bytes only UTF-8 is read; null where they are no text.
 */
export function decodeUserData(data: Uint8Array, dataCoding: number | null): string | null {
  switch (dataCoding) {
    case 0:
      return decodeGsm(data);
    case 3:
      return Buffer.from(data).toString('latin1');
    case 8:
      return new TextDecoder('utf-16be').decode(data);
    default:
      try {
        return new TextDecoder('utf-8', { fatal: true }).decode(data);
      } catch {
        return null;
      }
  }
}
