import { type Direction, type LogParser, type OnRow, type RowReading, skipped } from '../log-row.ts';
import { csvLog } from './csv-log.ts';
import { readDateText } from './date-text.ts';
import { readDuration } from './duration-text.ts';

/** The fields in the order 3CX writes them unless the administrator chose others. */
const usualFields =
  'historyid,callid,duration,time-start,time-answered,time-end,reason-terminated,from-no,to-no,from-dn,to-dn,dial-no,reason-changed,final-number,final-dn,bill-code,bill-rate,bill-cost,bill-name,chain,from-type,to-type,final-type,from-dispname,to-dispname,final-dispname,missed-queue-calls'.split(
    ',',
  );
const needed = ['duration', 'time-start', 'time-answered', 'from-no', 'to-no'];

export interface ThreeCxShape {
  readonly fields: readonly string[];
  readonly headerRecords: number;
}

/** By a header of field names, or by `Call 123` in front of the usual fields; null if the file begins in another way. */
export function threeCxShape(cells: readonly string[]): ThreeCxShape | null {
  const names = cells.map((cell) => cell.trim().toLowerCase());
  if (needed.every((name) => names.includes(name))) {
    return { fields: names, headerRecords: 1 };
  }
  const looksUsual = /^Call \d{1,12}$/.test(cells[0] ?? '') && cells.length > 8 && started(cells[3] ?? '') !== null;
  return looksUsual ? { fields: usualFields, headerRecords: 0 } : null;
}

/** Call detail records of a 3CX exchange; local time. */
export function threeCx({ fields, headerRecords }: ThreeCxShape, onRow: OnRow): LogParser {
  const columns = new Map(fields.map((name, index) => [name, index]));
  const fewest = Math.max(...needed.map((name) => columns.get(name) ?? 0)) + 1;
  const readRow = (cells: readonly string[]): RowReading => {
    const field = (name: string): string => cells[columns.get(name) ?? -1]?.trim() ?? '';
    // A row of the usual fields ends with an empty one.
    return cells.length < fewest || cells.length > fields.length + 1 ? skipped('columns') : readCall(field);
  };
  return csvLog({ delimiter: ',', headerRecords, readRow }, onRow);
}

function readCall(field: (name: string) => string): RowReading {
  const occurredAt = started(field('time-start'));
  if (occurredAt === null) {
    return skipped('date');
  }
  const fromInside = isInside(field('from-no'), field('from-type'));
  const toInside = isInside(field('to-no'), field('to-type'));
  if (fromInside && toInside) {
    return skipped('internal');
  }
  const answered = field('time-answered') !== '';
  const direction: Direction = fromInside
    ? 'out'
    : /voice ?mail/i.test(field('final-type'))
      ? 'voicemail'
      : answered
        ? 'in'
        : 'missed';
  return {
    kind: 'row',
    row: {
      kind: 'call',
      direction,
      sender: fromInside ? field('to-no') : field('from-no'),
      contact: false,
      durationSeconds: answered ? readDuration(field('duration'), 'seconds') : 0,
      occurredAt,
    },
  };
}

function isInside(number: string, type: string): boolean {
  return /^Ext\.?\s?\d/i.test(number) || /^(?:extension|ivr|queue|ringgroup|voicemail)$/i.test(type);
}

function started(text: string): string | null {
  return readDateText(text, 'dmy');
}
