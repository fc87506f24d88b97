import { createHash } from 'node:crypto';
import { encodeBase32 } from '#shared/runtime/base32.ts';

const idBytes = 16;
const canonical = /^[0-9A-HJKMNP-TV-Z]{26}$/;

/** `random` answers that many unguessable bytes. */
export function newUploadId(random: (bytes: number) => Uint8Array): string {
  return encodeBase32(random(idBytes));
}

/**
 * The name under which everything of an upload is kept: 64 hexadecimal digits. Ids are not stored, so that names in events,
 * dead letters and logs open nothing. Null for what cannot be an id.
 */
export function uploadName(id: string): string | null {
  return canonical.test(id) ? createHash('sha256').update(`call-log-upload:${id}`).digest('hex') : null;
}

/** Where the pages of one file are kept, so that those of two files sent with one form never mix. */
export function pagesOf(reading: string, file: string): string {
  return file === '' ? reading : `${reading}.${file}`;
}
