import type { Sender } from '#shared/sender/sender.ts';
import { headRoom } from './head-room.ts';

/** Where counting changes its way. Tests make them small. Times are milliseconds. */
export interface CountLimits {
  /** Facts a head takes. */
  readonly headRoom: (sender: Sender | null) => number;
  /** Up to here all facts are read whenever exact figures are asked for; beyond, only who counts reads them. */
  readonly fewFacts: number;
  /** Beyond, a withdrawal no longer waits for a reading of everything. */
  readonly mostCountedInPassing: number;
  /** Beyond, kept figures are no longer refreshed. */
  readonly mostRefreshed: number;
  /** A fact's write surely ended this long after its `writtenAt`: retries and differing clocks included. */
  readonly settleMs: number;
  /** Kept figures younger than this are never counted anew, */
  readonly shortestAgeMs: number;
  /** nor those younger than this for each of their facts: so many facts a second are read of one subject at most. */
  readonly ageMsPerFact: number;
  /** Kept figures older than this are, if facts were written since. */
  readonly longestAgeMs: number;
  /** Head and kept figures of a wide subject that intake has read serve it this long. */
  readonly peekedMs: number;
}

export const countLimits: CountLimits = {
  headRoom,
  // 16 queries and about 40 read units of facts, with rounding and the rest of a view at most 60.
  fewFacts: 1500,
  // A few seconds, and less than half of a function's gigabyte.
  mostCountedInPassing: 300_000,
  // Half a minute or less at half a kilobyte each, in a function that has a minute and a gigabyte.
  mostRefreshed: 500_000,
  settleMs: 30_000,
  shortestAgeMs: 10_000,
  // 5,000 facts a second, 130 read units: 300,000 facts once a minute.
  ageMsPerFact: 0.2,
  longestAgeMs: 5 * 60_000,
  peekedMs: 3000,
};
