import { encodeBase32 } from '#shared/runtime/base32.ts';
import type { KeyedHash } from '#shared/runtime/keyed-hash.ts';

/** 26 characters of base32. Deterministic, so that a report and a regulator make one complaint however often it is decided. */
export function complaintIdOf(hash: KeyedHash, reportId: string, regulator: string): string {
  return encodeBase32(hash(`${reportId}|${regulator}`).subarray(0, 16));
}

export function isComplaintId(text: string): boolean {
  return /^[0-9A-HJKMNP-TV-Z]{26}$/.test(text);
}
