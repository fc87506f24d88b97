import { type Direction, type LogParser, type OnRow, type RowReading, skipped } from '../log-row.ts';
import { sameNumber } from '../same-number.ts';
import { csvLog } from './csv-log.ts';
import type { CsvField, CsvMapping } from './csv-mapping.ts';
import { readDateText } from './date-text.ts';
import { readDirection } from './direction-words.ts';
import { readDuration } from './duration-text.ts';

/** A carrier's bill or any other table of calls, by its mapping. `line`: digits of the person's own line. */
export function mappedTable(mapping: CsvMapping, line: string | null, onRow: OnRow): LogParser {
  const { delimiter, headerRecords } = mapping;
  return csvLog({ delimiter, headerRecords, readRow: (cells) => readRow(cells, mapping, line) }, onRow);
}

function readRow(cells: readonly string[], mapping: CsvMapping, line: string | null): RowReading {
  const { columns, dateOrder, durationIn, utc } = mapping;
  const cell = (field: CsvField): string => cells[columns[field] ?? -1]?.trim() ?? '';
  const needed = [columns.date, columns.time, columns.number, columns.from, columns.to];
  if (needed.some((column) => column !== undefined && column >= cells.length)) {
    return skipped('columns');
  }
  const occurredAt = readDateText(`${cell('date')} ${cell('time')}`, dateOrder);
  if (occurredAt === null) {
    return skipped('date');
  }
  const direction = directionOf(cell, mapping, line);
  const other = direction === 'out' ? cell('to') : cell('from');
  const sender = bareNumber(other === '' ? cell('number') : other);
  const contact = cell('contact');
  const text = cell('text');
  return {
    kind: 'row',
    row: {
      kind: text === '' ? 'call' : 'text',
      direction,
      sender,
      contact: contact !== '' && contact !== sender && !/^\(?(?:unknown|unbekannt)\)?$/i.test(contact),
      durationSeconds: readDuration(cell('duration'), durationIn),
      occurredAt:
        utc && occurredAt.includes('T') && !/Z$|[+-]\d\d:\d\d$/.test(occurredAt) ? `${occurredAt}Z` : occurredAt,
      ...(text === '' ? {} : { text }),
    },
  };
}

/** The person's own line at one end decides; then the row's words; then what the mapping says of rows without any. */
function directionOf(cell: (field: CsvField) => string, { otherwise }: CsvMapping, line: string | null): Direction {
  const status = readDirection(cell('status'));
  const unanswered = status === 'missed' || status === 'rejected' || status === 'voicemail' ? status : null;
  const said = readDirection(cell('direction'));
  const way = sameNumber(cell('from'), line)
    ? 'out'
    : sameNumber(cell('to'), line) && said !== 'out'
      ? (said ?? 'in')
      : (said ?? otherwise);
  return way === 'in' ? (unanswered ?? 'in') : way;
}

/** `SPAM (2025550123)`: exchanges put a name in front of the number. */
function bareNumber(shown: string): string {
  return /^[^()]{1,64} \((\+?[\d ]{3,20})\)$/.exec(shown)?.[1] ?? shown;
}
