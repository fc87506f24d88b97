import { type Direction, type LogParser, type OnRow, type RowReading, skipped } from '../log-row.ts';
import { csvLog } from './csv-log.ts';
import { readDateText } from './date-text.ts';
import { readDuration } from './duration-text.ts';

/** Column `Typ` of the list that FRITZ!OS saves. */
const directions: ReadonlyMap<string, Direction> = new Map([
  ['1', 'in'],
  ['2', 'missed'],
  ['3', 'rejected'],
  ['4', 'out'],
]);

/** Header of the two versions; the second has the area of the number as a column of its own. */
const headers: ReadonlyMap<string, number> = new Map([
  ['Typ;Datum;Name;Rufnummer;Nebenstelle;Eigene Rufnummer;Dauer', 7],
  ['Typ;Datum;Name;Rufnummer;Landes-/Ortsnetzbereich;Nebenstelle;Eigene Rufnummer;Dauer', 8],
]);
const separatorLine = 'sep=;';

/** The number of columns and of records before the first row; null if the file begins in another way. */
export function fritzBoxShape(
  lines: readonly string[],
): { readonly columns: number; readonly headerRecords: number } | null {
  const [first = '', second = ''] = lines.filter((line) => line.trim() !== '').map((line) => line.trim());
  const marked = first.toLowerCase() === separatorLine;
  const header = marked ? second : first;
  const columns =
    headers.get(header) ??
    (/^Typ;Datum;Name;Rufnummer;(?:[^;]{1,64};){2,3}Dauer$/.test(header) ? header.split(';').length : null);
  return columns === null ? null : { columns, headerRecords: marked ? 2 : 1 };
}

/** The call list of a FRITZ!Box: local time to the minute, duration in hours and minutes, names from its phone book. */
export function fritzBox(shape: { readonly columns: number; readonly headerRecords: number }, onRow: OnRow): LogParser {
  return csvLog(
    { delimiter: ';', headerRecords: shape.headerRecords, readRow: (cells) => readCall(cells, shape.columns) },
    onRow,
  );
}

function readCall(cells: readonly string[], columns: number): RowReading {
  if (cells.length !== columns) {
    return skipped('columns');
  }
  const [type = '', date = '', name = '', number = ''] = cells.map((cell) => cell.trim());
  const direction = directions.get(type);
  if (direction === undefined) {
    return skipped('direction');
  }
  const occurredAt = readDateText(date, 'dmy');
  if (occurredAt === null) {
    return skipped('date');
  }
  return {
    kind: 'row',
    row: {
      kind: 'call',
      direction,
      sender: number,
      contact: name !== '' && name !== number,
      durationSeconds: readDuration(cells.at(-1) ?? '', 'minutes', 'h:mm'),
      occurredAt,
    },
  };
}
