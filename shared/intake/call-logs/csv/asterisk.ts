import { type Direction, type LogParser, type OnRow, type RowReading, skipped } from '../log-row.ts';
import { sameNumber } from '../same-number.ts';
import { csvLog } from './csv-log.ts';
import { readDateText } from './date-text.ts';
import { readDuration } from './duration-text.ts';

/** Columns, from 0, of the two orders in which Asterisk writes Master.csv: `cdr_csv` and `cdr_custom`. */
const orders = {
  cdr_csv: { src: 1, dst: 2, context: 3, lastApp: 7, start: 9, answer: 10, end: 11, talk: 13, disposition: 14, id: 16 },
  cdr_custom: {
    src: 1,
    dst: 2,
    context: 3,
    lastApp: 6,
    start: 8,
    answer: 9,
    end: 10,
    talk: 12,
    disposition: 13,
    id: 16,
  },
} as const;

export type AsteriskOrder = keyof typeof orders;

const fewestColumns = 16;
const mostColumns = 19;

export interface AsteriskOptions {
  readonly order: AsteriskOrder;
  /** Contexts of calls from outside, as the exchange's administrator named them. */
  readonly inbound: readonly string[];
  /** Digits of the person's own line. */
  readonly line: string | null;
  /** The person said in which zone the file's clock runs. */
  readonly zoneKnown: boolean;
}

/** Names that FreePBX and the sample configurations give to the contexts of calls from outside and from inside. */
const usualInbound: ReadonlySet<string> = new Set(
  'from-trunk from-pstn from-pstn-toheader from-did-direct from-sip-external ext-did ext-did-0001 ext-did-0002 from-zaptel from-dahdi incoming inbound'.split(
    ' ',
  ),
);
const usualOutbound: ReadonlySet<string> = new Set('from-internal from-internal-xfer outgoing outbound'.split(' '));

/** By where the dates stand; null where they stand elsewhere. */
export function asteriskOrder(cells: readonly string[]): AsteriskOrder | null {
  if (cells.length < fewestColumns || cells.length > mostColumns) {
    return null;
  }
  for (const order of ['cdr_csv', 'cdr_custom'] as const) {
    const { start, answer, end } = orders[order];
    const dated = [start, end].every((column) => stamp(cells[column]) !== null);
    if (dated && (cells[answer] === '' || stamp(cells[answer]) !== null)) {
      return order;
    }
  }
  return null;
}

/** Asterisk's call detail records without header. */
export function asterisk(options: AsteriskOptions, onRow: OnRow): LogParser {
  return csvLog({ delimiter: ',', headerRecords: 0, readRow: (cells) => readCall(cells, options) }, onRow);
}

function readCall(cells: readonly string[], options: AsteriskOptions): RowReading {
  if (cells.length < fewestColumns || cells.length > mostColumns) {
    return skipped('columns');
  }
  const columns = orders[options.order];
  const start = stamp(cells[columns.start]);
  if (start === null) {
    return skipped('date');
  }
  const src = cells[columns.src]?.trim() ?? '';
  const dst = cells[columns.dst]?.trim() ?? '';
  const side = sideOf(cells[columns.context]?.trim() ?? '', src, dst, options);
  if (side === null) {
    return skipped('direction');
  }
  if (side === 'out' && /^[\d*#]{1,5}$/.test(dst)) {
    return skipped('internal');
  }
  const direction: Direction =
    side === 'out'
      ? 'out'
      : /^voicemail/i.test(cells[columns.lastApp] ?? '')
        ? 'voicemail'
        : cells[columns.disposition] === 'ANSWERED'
          ? 'in'
          : 'missed';
  return {
    kind: 'row',
    row: {
      kind: 'call',
      direction,
      sender: side === 'out' ? dst : src,
      contact: false,
      durationSeconds: readDuration(cells[columns.talk] ?? '', 'seconds'),
      occurredAt: options.zoneKnown ? start : `${start}${offsetFrom(cells[columns.id] ?? '', start)}`,
    },
  };
}

/** The context says whence a call came; how contexts are named is the administrator's choice, so nothing is guessed. */
function sideOf(context: string, src: string, dst: string, { inbound, line }: AsteriskOptions): 'in' | 'out' | null {
  if (inbound.length > 0) {
    return inbound.includes(context) ? 'in' : 'out';
  }
  if (usualInbound.has(context) || sameNumber(dst, line)) {
    return 'in';
  }
  return usualOutbound.has(context) || sameNumber(src, line) ? 'out' : null;
}

function stamp(cell: string | undefined): string | null {
  return cell !== undefined && /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(cell) ? readDateText(cell, 'ymd') : null;
}

const quarterHour = 900;
const furthestOffset = 14 * 3600;
const slack = 5;

/**
 * `uniqueid` begins with the second at which the channel was made, in UTC: beside the local start it shows the file's offset.
 * '' where it does not.
 */
function offsetFrom(uniqueId: string, start: string): string {
  const epoch = /^(?:[\w-]{1,40}-)?(\d{9,10})\.\d{1,9}$/.exec(uniqueId)?.[1];
  if (epoch === undefined) {
    return '';
  }
  const difference = Date.parse(`${start}Z`) / 1000 - Number(epoch);
  const offset = Math.round(difference / quarterHour) * quarterHour;
  if (!(Math.abs(offset) <= furthestOffset && Math.abs(difference - offset) <= slack)) {
    return '';
  }
  const minutes = Math.abs(offset) / 60;
  const two = (number: number) => String(number).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
