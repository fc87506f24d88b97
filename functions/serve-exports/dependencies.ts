import type { AuditTrail } from '#shared/access/audit.ts';
import type { KeyFinder } from '#shared/access/key-store.ts';
import type { ExportArchive } from '#shared/export/export-archive.ts';
import type { Clock } from '#shared/runtime/clock.ts';
import type { Log } from '#shared/runtime/log.ts';

export interface ServeExportsDependencies {
  readonly archive: ExportArchive;
  readonly delivery: 'redirect' | 'inline';
  readonly keys: KeyFinder;
  readonly audit: AuditTrail;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly log: Log;
  readonly originSecret?: () => Promise<string>;
}
