import type { MessagePart } from './inbound-sms.ts';

export type PartFields =
  | { readonly kind: 'whole' }
  | { readonly kind: 'part'; readonly part: MessagePart }
  /** Part 0, of 0, or past the last. */
  | { readonly kind: 'refused' };

/**
 * The concatenation element of a user data header (3GPP TS 23.040, 9.2.3.24): a length, then elements of identifier,
 * length and content. 0x00 has a reference of 8 bits, 0x08 of 16; of several the last counts. Others are skipped, and
 * so is what the header's length does not cover.
 */
export function readUserDataHeader(header: Uint8Array): PartFields {
  const end = Math.min(1 + (header[0] ?? 0), header.length);
  let found: PartFields = { kind: 'whole' };
  let at = 1;
  while (at + 2 <= end) {
    const [identifier, length = 0] = header.subarray(at, at + 2);
    const content = header.subarray(at + 2, end);
    const [a = 0, b = 0, c = 0, d = 0] = content;
    if (identifier === 0x00 && length === 3 && content.length >= 3) {
      found = partOf(String(a), b, c);
    } else if (identifier === 0x08 && length === 4 && content.length >= 4) {
      found = partOf(String(a * 256 + b), c, d);
    }
    at += 2 + length;
  }
  return found;
}

/** `total` before `number`, as in the header. */
export function partOf(reference: string, total: number, number: number): PartFields {
  return number >= 1 && number <= total && total <= 255 && reference !== '' && reference.length <= 40
    ? { kind: 'part', part: { reference, number, total } }
    : { kind: 'refused' };
}
