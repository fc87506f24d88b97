import type { Clock } from '#shared/runtime/clock.ts';
import type { KeyedHash } from '#shared/runtime/keyed-hash.ts';
import type { Log } from '#shared/runtime/log.ts';

/** What every page needs; each names what it needs besides. */
export interface PageDependencies {
  readonly clock: Clock;
  readonly random: (bytes: number) => Uint8Array;
  /** Signs the tokens of forms. */
  readonly formHash: KeyedHash;
  readonly log: Log;
  /** Behind the edge: see shared/http/lambda-http.ts. */
  readonly originSecret?: () => Promise<string>;
}
