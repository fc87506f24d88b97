import { timingSafeEqual } from 'node:crypto';
import type { KeyedHash } from '#shared/runtime/keyed-hash.ts';

/**
 * A cursor that only this deployment can make, good for one list only.
 * @param list what it is bound to: the name of the list and its filter
 * @param position where the page ended
 */
export function sealCursor(hash: KeyedHash, list: string, position: string): string {
  const mac = hash(JSON.stringify([list, position])).subarray(0, 16);
  return `${Buffer.from(position, 'utf8').toString('base64url')}.${mac.toString('base64url')}`;
}

/** The position, or null for a cursor that was altered, invented, or made for another list or filter. */
export function openCursor(hash: KeyedHash, list: string, cursor: string): string | null {
  const position = Buffer.from(cursor.split('.', 1)[0] ?? '', 'base64url').toString('utf8');
  const wanted = Buffer.from(sealCursor(hash, list, position));
  const given = Buffer.from(cursor);
  return given.length === wanted.length && timingSafeEqual(given, wanted) ? position : null;
}
