import type { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { type FtcRow, ftcColumns, readFtcRow, type SkipReason } from './ftc-row.ts';

export type FtcRecord =
  | { readonly kind: 'row'; readonly row: FtcRow }
  /** `line`: where the record ends in the file, counted from 1. */
  | { readonly kind: 'skipped'; readonly reason: SkipReason; readonly line: number };

/** The file is not of this format, or breaks off; says where, never what stood there. */
export class FtcFileFault extends Error {
  override readonly name = 'FtcFileFault';
}

/**
 * Reads the FTC's daily file of reported calls (DNC_Complaint_Numbers_YYYY-MM-DD.csv) in constant memory.
 * Throws FtcFileFault when the header is another one or the CSV is malformed.
 */
export async function* readFtcFile(file: Readable): AsyncGenerator<FtcRecord> {
  const parser = file.pipe(
    parse({ bom: true, info: true, relax_column_count: true, skip_empty_lines: true, max_record_size: 64 * 1024 }),
  );
  file.once('error', (error) => parser.destroy(error));
  let header = true;
  try {
    for await (const item of parser) {
      const { record, info }: { record: readonly string[]; info: { readonly lines: number } } = item;
      if (header) {
        header = false;
        if (record.length < ftcColumns.length || ftcColumns.some((name, index) => record[index]?.trim() !== name)) {
          throw new FtcFileFault(`This is not an FTC file: its first line is not ${ftcColumns.join(',')}.`);
        }
        continue;
      }
      const outcome = readFtcRow(record);
      yield outcome.kind === 'row' ? outcome : { ...outcome, line: info.lines };
    }
  } catch (error) {
    if (error instanceof CsvError) {
      throw new FtcFileFault(
        `The file is not well-formed CSV near line ${String(error['lines'] ?? '?')} (${error.code}).`,
      );
    }
    throw error;
  }
  if (header) {
    throw new FtcFileFault('The file is empty.');
  }
}
