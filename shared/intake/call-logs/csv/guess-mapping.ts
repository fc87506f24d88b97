import type { CsvField, CsvMapping } from './csv-mapping.ts';
import { csvReader } from './csv-reader.ts';
import { type DateOrder, readDateText } from './date-text.ts';
import { readDirection } from './direction-words.ts';
import { readHeader } from './header-words.ts';

const delimiters = [',', ';', '\t', '|'] as const;
const mostSamples = 60;
/** Carriers put addresses and totals in front of the header. */
const latestHeader = 20;

type Records = readonly (readonly string[])[];
type Columns = Partial<Record<CsvField, number>>;

/** Reads a table's beginning as far as a mapping can be made of it; null where there is no date or no number in it. */
export function guessMapping(head: string, country: string): CsvMapping | null {
  const named = /^sep=(.)\r?\n/i.exec(head)?.[1];
  const candidates = delimiters
    .filter((delimiter) => named === undefined || delimiter === named)
    .flatMap((delimiter) => mappingWith(delimiter, sampleRecords(head, delimiter), country) ?? []);
  return candidates.toSorted((a, b) => fieldsOf(b) - fieldsOf(a))[0] ?? null;
}

/** The first whole records of a file's beginning. */
export function sampleRecords(head: string, delimiter: string): Records {
  const records: (readonly string[])[] = [];
  const reader = csvReader(delimiter, (record) => {
    records.push(record.kind === 'cells' ? record.cells : []);
  });
  // Its last line may be cut.
  const end = Math.max(head.lastIndexOf('\n'), head.lastIndexOf('\r'));
  reader.write(end < 0 ? `${head}\n` : head.slice(0, end + 1));
  reader.end();
  return records.slice(0, mostSamples);
}

function fieldsOf({ columns }: CsvMapping): number {
  return Object.keys(columns).length;
}

function mappingWith(delimiter: CsvMapping['delimiter'], records: Records, country: string): CsvMapping | null {
  const found = headerOf(records);
  const header = found === null ? [] : (records[found.at] ?? []);
  const rows = records.slice(found === null ? 0 : found.at + 1).filter((cells) => cells.length > 1);
  const { date, ...others } = found?.columns ?? columnsByContent(rows);
  if (date === undefined || [others.number, others.from, others.to].every((column) => column === undefined)) {
    return null;
  }
  const columns = withDirectionIn(others, rows);
  const utc = /\b(?:UTC|GMT)\b/i.test(`${header[date] ?? ''} ${header[columns.time ?? -1] ?? ''}`);
  const durationHeader = header[columns.duration ?? -1] ?? '';
  return {
    delimiter,
    headerRecords: found === null ? 0 : found.at + 1,
    columns: { date, ...columns },
    dateOrder: dateOrderOf(
      rows.map((cells) => cells[date] ?? ''),
      country,
    ),
    durationIn: /\bmin/i.test(durationHeader) ? 'minutes' : 'seconds',
    utc,
    otherwise:
      saysIncoming(columns, rows) || (columns.number === undefined && columns.from === undefined) ? 'out' : 'in',
  };
}

function headerOf(records: Records): { readonly at: number; readonly columns: Columns } | null {
  for (const [at, cells] of records.slice(0, latestHeader).entries()) {
    const { time, ...columns } = readHeader(cells);
    const dated =
      columns.date === undefined && time !== undefined
        ? { ...columns, date: time }
        : { ...columns, ...(time === undefined ? {} : { time }) };
    if (dated.date !== undefined && [dated.number, dated.from, dated.to].some((column) => column !== undefined)) {
      return { at, columns: dated };
    }
  }
  return null;
}

/** A bill that says "Incoming" where other rows name a town. */
function withDirectionIn(columns: Columns, rows: Records): Columns {
  const { to, direction } = columns;
  const isDirection = (column: number | undefined): boolean =>
    column !== undefined && rows.some((cells) => readDirection(cells[column] ?? '') === 'in');
  if (isDirection(direction) || to === undefined || columns.number === undefined || !isDirection(to)) {
    return columns;
  }
  const { to: _town, ...others } = columns;
  return { ...others, direction: to };
}

/** Where some rows are marked as incoming, the others are not. */
function saysIncoming({ direction }: Columns, rows: Records): boolean {
  return direction !== undefined && rows.some((cells) => readDirection(cells[direction] ?? '') === 'in');
}

/** Without header: the columns in which nearly every row has a date, or a telephone number. */
function columnsByContent(rows: Records): Columns {
  const width = rows[0]?.length ?? 0;
  const mostly = (fits: (cell: string) => boolean): number | undefined => {
    const column = Array.from({ length: width }, (_, index) => index).find(
      (index) => rows.filter((cells) => fits(cells[index] ?? '')).length >= Math.max(1, rows.length * 0.8),
    );
    return column;
  };
  const date = mostly((cell) => readDateText(cell, 'dmy') !== null || readDateText(cell, 'mdy') !== null);
  const time = mostly((cell) => /^\d{1,2}:\d{2}(?::\d{2})?(?: ?[AP]M)?$/i.test(cell.trim()));
  const number = mostly(
    (cell) =>
      /^\+?[\d ().-]{7,24}$/.test(cell.trim()) &&
      cell.replaceAll(/\D/g, '').length >= 7 &&
      readDateText(cell, 'dmy') === null,
  );
  return {
    ...(date === undefined ? {} : { date }),
    ...(time === undefined ? {} : { time }),
    ...(number === undefined ? {} : { number }),
  };
}

const monthFirst: ReadonlySet<string> = new Set(['US', 'CA', 'PH', 'PR', 'GU']);

/** Some day after the twelfth tells; else what the country writes. */
function dateOrderOf(cells: readonly string[], country: string): DateOrder {
  if (cells.some((cell) => /^\s*\d{4}[-/.]/.test(cell))) {
    return 'ymd';
  }
  for (const cell of cells) {
    const [, first = '', second = ''] = /^\s*(\d{1,2})[-/](\d{1,2})[-/]/.exec(cell) ?? [];
    if (Number(first) > 12 || Number(second) > 12) {
      return Number(first) > 12 ? 'dmy' : 'mdy';
    }
  }
  return cells.some((cell) => /^\s*\d{1,2}\.\d{1,2}\./.test(cell)) || !monthFirst.has(country) ? 'dmy' : 'mdy';
}
