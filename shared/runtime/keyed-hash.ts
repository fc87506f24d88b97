import { createHmac, hkdfSync } from 'node:crypto';

/** Each purpose has its own key, so that a hash made for one can never be compared with one made for another. */
export type HashPurpose =
  | 'receipt'
  | 'receipt-id'
  | 'request'
  | 'reporter'
  | 'subject'
  | 'complaint'
  | 'dispute'
  | 'cursor'
  | 'form'
  | 'day-tally'
  | 'sms-part'
  | 'contact-proof'
  | 'proof-mailbox'
  | 'registry-answer';

/** HMAC-SHA-256 (32 bytes) of the UTF-8 message under the key of its purpose. */
export type KeyedHash = (message: string) => Buffer;

/** Derives the key of a purpose from the deployment's master secret with HKDF-SHA-256 (RFC 5869). */
export function keyedHash(masterSecret: string, purpose: HashPurpose): KeyedHash {
  const key = Buffer.from(hkdfSync('sha256', masterSecret, 'ringfence', purpose, 32));
  return (message) => createHmac('sha256', key).update(message, 'utf8').digest();
}
