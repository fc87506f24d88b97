import type { AuditTrail } from '#shared/access/audit.ts';
import type { KeyFinder } from '#shared/access/key-store.ts';
import type { OffenderSource } from '#shared/export/offender-source.ts';
import type { Clock } from '#shared/runtime/clock.ts';
import type { KeyedHash } from '#shared/runtime/keyed-hash.ts';
import type { Log } from '#shared/runtime/log.ts';

export interface ServeOffendersDependencies {
  readonly source: OffenderSource;
  readonly keys: KeyFinder;
  readonly audit: AuditTrail;
  readonly cursorHash: KeyedHash;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly log: Log;
  readonly originSecret?: () => Promise<string>;
}
