import { encodeBase32 } from '#shared/runtime/base32.ts';
import type { KeyedHash } from '#shared/runtime/keyed-hash.ts';

/** 16 characters of Crockford base32 (80 bits) without hyphens, in upper case: the form that is hashed and stored. */
export type Receipt = string & { readonly receipt: unique symbol };

const receiptBytes = 10;
const canonical = /^[0-9A-HJKMNP-TV-Z]{16}$/;

function isReceipt(text: string): text is Receipt {
  return canonical.test(text);
}

function fromBytes(bytes: Uint8Array): Receipt {
  const text = encodeBase32(bytes.subarray(0, receiptBytes));
  if (!isReceipt(text)) {
    throw new Error('a receipt needs ten bytes');
  }
  return text;
}

/** `random` answers that many unguessable bytes. */
export function randomReceipt(random: (bytes: number) => Uint8Array): Receipt {
  return fromBytes(random(receiptBytes));
}

/** CONTRACT section 3: the same idempotency key always meets the same report. */
export function receiptForKey(hash: KeyedHash, idempotencyKey: string): Receipt {
  return fromBytes(hash(idempotencyKey));
}

/** Reads a receipt in any case, with or without hyphens and spaces, I and L as 1, O as 0; null for anything else. */
export function parseReceipt(text: string): Receipt | null {
  if (text.length > 40) {
    return null;
  }
  const plain = text.replaceAll(/[-\s]/g, '').toUpperCase().replaceAll(/[IL]/g, '1').replaceAll('O', '0');
  return isReceipt(plain) ? plain : null;
}

/** `K7Q2-9MZD-4TWX-81CB`. */
export function displayReceipt(receipt: Receipt): string {
  return receipt.replaceAll(/(.{4})(?=.)/g, '$1-');
}

/** The report's id: receipts are not stored, so that nobody who reads the table can follow a report. */
export function reportIdOf(hash: KeyedHash, receipt: Receipt): string {
  return hash(receipt).toString('hex', 0, 16);
}
