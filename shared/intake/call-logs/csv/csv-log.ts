import { type LogParser, type OnRow, type RowReading, skipped } from '../log-row.ts';
import { csvReader } from './csv-reader.ts';

interface CsvLog {
  readonly delimiter: string;
  /** Records in front of the first row. */
  readonly headerRecords: number;
  readonly readRow: (cells: readonly string[]) => RowReading;
}

/** A log whose rows are records of CSV. */
export function csvLog({ delimiter, headerRecords, readRow }: CsvLog, onRow: OnRow): LogParser {
  let records = 0;
  const reader = csvReader(delimiter, (record) => {
    records += 1;
    if (records > headerRecords) {
      onRow(record.kind === 'cells' ? readRow(record.cells) : skipped(record.reason));
    }
  });
  return {
    write: reader.write,
    end: () => {
      reader.end();
      return true;
    },
  };
}
