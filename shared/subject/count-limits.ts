import type { Sender } from '#shared/sender/sender.ts';
import { headRoom } from './head-room.ts';

/** Where counting changes its way. Tests make them small. Times are milliseconds. */
export interface CountLimits {
  /** Facts a head takes. */
  readonly headRoom: (sender: Sender | null) => number;
  /** Up to here all facts are read whenever exact figures are asked for. */
  readonly fewFacts: number;
  /** Beyond, a batch or a withdrawal no longer waits for a count of everything. */
  readonly mostCountedInPassing: number;
  /** A fact's write surely ended this long after its `writtenAt`: retries and differing clocks included. */
  readonly settleMs: number;
  /** Kept figures younger than this are never counted anew. */
  readonly shortestAgeMs: number;
  /** Kept figures older than this are. */
  readonly longestAgeMs: number;
}

export const countLimits: CountLimits = {
  headRoom,
  // 16 queries, at most about 50 read units.
  fewFacts: 2000,
  // A few seconds, and less than half of a function's gigabyte.
  mostCountedInPassing: 300_000,
  settleMs: 30_000,
  shortestAgeMs: 10_000,
  longestAgeMs: 5 * 60_000,
};
