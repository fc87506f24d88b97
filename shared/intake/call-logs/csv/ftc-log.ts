import { zonesOfAreaCode } from '#shared/law/zones.ts';
import { type SkipReason as FtcSkipReason, ftcColumns, readFtcRow } from '../../ftc-row.ts';
import { type LogParser, type OnRow, type RowReading, type SkipReason, skipped } from '../log-row.ts';
import { csvLog } from './csv-log.ts';

const reasons: Readonly<Record<FtcSkipReason, SkipReason>> = {
  empty: 'sender_empty',
  placeholder: 'sender_placeholder',
  short: 'sender',
  long: 'sender',
  not_nanp: 'sender',
  columns: 'columns',
  date: 'date',
};

export function isFtcHeader(cells: readonly string[]): boolean {
  return ftcColumns.every((name, index) => cells[index]?.trim() === name);
}

/** The FTC's file of reported calls. Its consumers' places are not kept; the line is the person's own. */
export function ftcLog(onRow: OnRow): LogParser {
  return csvLog({ delimiter: ',', headerRecords: 1, readRow }, onRow);
}

function readRow(cells: readonly string[]): RowReading {
  const reading = readFtcRow(cells);
  if (reading.kind === 'skipped') {
    return skipped(reasons[reading.reason]);
  }
  const { number, calledAt, areaCode, topic, recorded } = reading.row;
  return {
    kind: 'row',
    row: {
      kind: 'call',
      direction: 'in',
      sender: `+1${number}`,
      contact: false,
      durationSeconds: null,
      occurredAt: calledAt,
      timeZone: onlyZone(areaCode),
      topic,
      recorded,
    },
  };
}

function onlyZone(areaCode: string): string | undefined {
  const zones = zonesOfAreaCode(areaCode);
  return zones.length === 1 ? zones[0] : undefined;
}
