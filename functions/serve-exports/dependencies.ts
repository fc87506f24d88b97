import type { RegulatorAccess } from '#shared/access/regulator-access.ts';
import type { ExportArchive } from '#shared/export/export-archive.ts';
import type { Log } from '#shared/runtime/log.ts';

export interface ServeExportsDependencies extends RegulatorAccess {
  readonly archive: ExportArchive;
  readonly delivery: 'redirect' | 'inline';
  readonly log: Log;
  readonly originSecret?: () => Promise<string>;
}
