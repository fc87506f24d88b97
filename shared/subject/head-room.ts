import type { Sender } from '#shared/sender/sender.ts';
import { factLength } from './fact.ts';

/** A head of at most 1,024 bytes costs one write unit. */
const headBytes = 1024;

/** Names of attributes, key, flags, dates and counters, with room to spare. */
const fixedBytes = 190;

/** With a telephone number as its value, a head of 32 facts stays under one write unit. */
const mostFacts = 32;

/** How many facts a head takes before further ones go to shards: fewer beside a long e-mail address. */
export function headRoom(sender: Sender | null): number {
  const valueBytes = Buffer.byteLength(sender?.value ?? '');
  return Math.max(1, Math.min(mostFacts, Math.floor((headBytes - fixedBytes - valueBytes) / factLength)));
}
