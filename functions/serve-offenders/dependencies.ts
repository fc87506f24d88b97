import type { RegulatorAccess } from '#shared/access/regulator-access.ts';
import type { OffenderSource } from '#shared/export/offender-source.ts';
import type { KeyedHash } from '#shared/runtime/keyed-hash.ts';
import type { Log } from '#shared/runtime/log.ts';

export interface ServeOffendersDependencies extends RegulatorAccess {
  readonly source: OffenderSource;
  readonly cursorHash: KeyedHash;
  readonly log: Log;
  readonly originSecret?: () => Promise<string>;
}
