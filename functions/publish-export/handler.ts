import type { ExportManifest } from '#shared/export/export-schemas.ts';
import { type ExportRun, publishExport } from '#shared/export/publish-export.ts';
import type { Clock } from '#shared/runtime/clock.ts';
import type { Log } from '#shared/runtime/log.ts';

export interface PublishExportDependencies extends Omit<ExportRun, 'now'> {
  readonly clock: Clock;
  readonly log: Log;
}

/** On a schedule, and when an operator asks: the event says nothing. Answers the manifest. */
export function createHandler({ clock, log, ...run }: PublishExportDependencies): () => Promise<ExportManifest> {
  return async () => {
    const now = clock();
    log.info('export_started');
    try {
      const manifest = await publishExport({ ...run, now });
      log.info('export_published', {
        exportId: manifest.id,
        rows: manifest.rows,
        milliseconds: clock().getTime() - now.getTime(),
      });
      return manifest;
    } catch (error) {
      log.error('export_failed', error);
      // What is thrown is logged by the runtime with its message: this one holds nothing.
      throw new Error('the export was not published');
    }
  };
}
