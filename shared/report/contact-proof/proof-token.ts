import { timingSafeEqual } from 'node:crypto';
import type { KeyedHash } from '#shared/runtime/keyed-hash.ts';
import { foldedEmail } from './mailbox.ts';

/** How long a link works: over a day without a look at the mail, and not for long in a forgotten mailbox. */
export const linkHours = 48;

/** What a link proves: that whoever opens it reads the mail of this address, given with this version of this report. */
export interface ProofSubject {
  /** 32 hexadecimal characters. */
  readonly reportId: string;
  readonly email: string;
  /** `Report.emailSince`. */
  readonly emailSince: number;
}

/** What a token says of itself, true only with its MAC. */
export interface ReadToken {
  readonly reportId: string;
  readonly expiresAt: Date;
  readonly mac: Buffer;
}

const idBytes = 16;
const expiryBytes = 4;
const macBytes = 16;
/** 36 bytes: base64url without a bit to spare, so that no other text reads as the same token. */
const tokenCharacters = ((idBytes + expiryBytes + macBytes) / 3) * 4;

/**
 * Report id, expiry (seconds, 32 bits) and 128 bits of HMAC, which also covers the address and since when it stands.
 * Nothing is stored: the report as it is now decides whether the token fits. So it dies with a change of the address or a
 * withdrawal, in the same write, and no second item can disagree (docs/adr/0016).
 */
export function proofToken(subject: ProofSubject, expiresAt: Date, hash: KeyedHash): string {
  const plain = Buffer.alloc(idBytes + expiryBytes);
  plain.write(subject.reportId, 0, idBytes, 'hex');
  plain.writeUInt32BE(secondsOf(expiresAt), idBytes);
  return Buffer.concat([plain, macOf(subject, expiresAt, hash)]).toString('base64url');
}

/** Null for anything that is not written as a token. */
export function readProofToken(token: string): ReadToken | null {
  if (token.length !== tokenCharacters || !/^[\w-]+$/.test(token)) {
    return null;
  }
  const bytes = Buffer.from(token, 'base64url');
  return {
    reportId: bytes.toString('hex', 0, idBytes),
    expiresAt: new Date(bytes.readUInt32BE(idBytes) * 1000),
    mac: bytes.subarray(idBytes + expiryBytes),
  };
}

export function proves(token: ReadToken, subject: ProofSubject, hash: KeyedHash): boolean {
  return token.reportId === subject.reportId && timingSafeEqual(token.mac, macOf(subject, token.expiresAt, hash));
}

function macOf({ reportId, email, emailSince }: ProofSubject, expiresAt: Date, hash: KeyedHash): Buffer {
  return hash(JSON.stringify([reportId, secondsOf(expiresAt), foldedEmail(email), emailSince])).subarray(0, macBytes);
}

function secondsOf(date: Date): number {
  return Math.floor(date.getTime() / 1000);
}
