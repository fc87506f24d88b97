import type { ExportFiles } from './export-archive.ts';
import { exportFileName, exportId, schemaVersion } from './export-name.ts';
import type { ExportManifest } from './export-schemas.ts';
import { type GzipFile, gzipFile } from './gzip-file.ts';
import { toOffender } from './offender.ts';
import { offenderCsvHeader, offenderCsvLine, offenderJsonLine } from './offender-csv.ts';
import { listedFrom } from './offender-query.ts';
import type { CountedSubject, OffenderSource } from './offender-source.ts';

export interface ExportRun {
  readonly now: Date;
  readonly source: OffenderSource;
  readonly files: ExportFiles;
  /** Distinct reporters an offender must have; in the manifest. */
  readonly minReporters?: number;
}

const headsAtATime = 1000;

/** Writes a full export: every listed offender once, the same rows as CSV and as JSON lines. Answers its manifest. */
export async function publishExport(run: ExportRun): Promise<ExportManifest> {
  const { now, source, files, minReporters = listedFrom } = run;
  const id = exportId(now);
  const open = (extension: 'csv' | 'jsonl'): GzipFile =>
    gzipFile((chunks) => files.write(id, exportFileName(id, extension), chunks));
  const csv = open('csv');
  const jsonl = open('jsonl');
  let rows = 0;
  let tooFewReporters = 0;
  try {
    await csv.write(offenderCsvHeader);
    for await (const subject of everySubject(source)) {
      const offender = toOffender(subject);
      if (offender === null) {
        continue;
      }
      if (offender.reporters < minReporters) {
        tooFewReporters += 1;
        continue;
      }
      rows += 1;
      await csv.write(offenderCsvLine(offender));
      await jsonl.write(offenderJsonLine(offender));
    }
    const [csvSize, jsonlSize] = await Promise.all([csv.finish(), jsonl.finish()]);
    const compression = 'gzip';
    const manifest: ExportManifest = {
      schemaVersion,
      dataset: 'offenders',
      id,
      mode: 'full',
      generatedAt: now.toISOString(),
      rows,
      filters: { minReporters },
      excluded: { tooFewReporters },
      notice: 'unverified reports',
      files: [
        { name: exportFileName(id, 'csv'), mediaType: 'text/csv', compression, ...csvSize, rows },
        { name: exportFileName(id, 'jsonl'), mediaType: 'application/x-ndjson', compression, ...jsonlSize, rows },
      ],
    };
    await files.publish(manifest);
    return manifest;
  } catch (cause) {
    const error = new Error('the export was not published', { cause });
    await Promise.all([csv.abandon(error), jsonl.abandon(error)]);
    throw error;
  }
}

async function* everySubject(source: OffenderSource): AsyncGenerator<CountedSubject> {
  let after: string | null = null;
  do {
    const page = await source.page(after, headsAtATime);
    yield* page.subjects;
    after = page.last;
  } while (after !== null);
}
