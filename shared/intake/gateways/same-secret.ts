import { timingSafeEqual } from 'node:crypto';

/** Compares without telling by its time where the difference is. Lengths are no secret. */
export function sameSecret(given: string, wanted: string): boolean {
  const a = Buffer.from(given, 'utf8');
  const b = Buffer.from(wanted, 'utf8');
  return a.length === b.length && timingSafeEqual(a, b);
}
