import { asterisk, asteriskOrder } from './csv/asterisk.ts';
import type { CsvMapping } from './csv/csv-mapping.ts';
import { fritzBox, fritzBoxShape } from './csv/fritzbox.ts';
import { ftcLog, isFtcHeader } from './csv/ftc-log.ts';
import { guessMapping, sampleRecords } from './csv/guess-mapping.ts';
import { mappedTable } from './csv/mapped-table.ts';
import { threeCx, threeCxShape } from './csv/three-cx.ts';
import { googleVoice } from './html/google-voice.ts';
import { LogFault } from './log-fault.ts';
import type { LogFormat } from './log-format.ts';
import type { LogParser, OnRow } from './log-row.ts';
import { markupFormat } from './markup-kind.ts';
import { phoneCalls } from './xml/phone-calls.ts';
import { phoneTexts } from './xml/phone-texts.ts';

/** What the caller says about the file. */
export interface LogHints {
  readonly format?: LogFormat | undefined;
  readonly mapping?: CsvMapping | undefined;
  /** Contexts of an Asterisk that calls from outside come in by. */
  readonly inbound?: readonly string[] | undefined;
  /** E.164: the person's own line. */
  readonly line: string | null;
  readonly zoneKnown: boolean;
  /** ISO 3166-1 alpha-2: how dates are written there. */
  readonly country: string;
}

export interface ChosenParser {
  readonly format: LogFormat;
  readonly parser: LogParser;
  /** How the columns of a table are read. */
  readonly mapping: CsvMapping | null;
}

/** Recognises a log by the beginning of its text. Throws LogFault if it is none, or another than the one asked for. */
export function chooseParser(head: string, hints: LogHints, onRow: OnRow): ChosenParser {
  const chosen = recognise(head, hints, onRow);
  if (chosen === null || (hints.format !== undefined && hints.format !== chosen.format)) {
    throw new LogFault(
      'not_a_log',
      chosen === null
        ? 'The file is in none of the formats that can be read here.'
        : `The file is not in the format asked for; it looks like ${chosen.format}.`,
    );
  }
  return chosen;
}

function recognise(head: string, hints: LogHints, onRow: OnRow): ChosenParser | null {
  if (head.trimStart().startsWith('<')) {
    return markupParser(markupFormat(head), hints, onRow);
  }
  const { format, mapping } = hints;
  if (mapping !== undefined || format === 'generic-csv') {
    return tableParser(head, hints, onRow);
  }
  const fritz = fritzBoxShape(head.split(/\r\n|\n|\r/, 8));
  if (fritz !== null) {
    return { format: 'fritzbox-csv', parser: fritzBox(fritz, onRow), mapping: null };
  }
  return exchangeParser(sampleRecords(head, ','), hints, onRow) ?? tableParser(head, hints, onRow);
}

function markupParser(format: LogFormat | null, hints: LogHints, onRow: OnRow): ChosenParser | null {
  switch (format) {
    case 'smsbr-calls':
      return { format, parser: phoneCalls(onRow), mapping: null };
    case 'smsbr-sms':
      return { format, parser: phoneTexts(onRow), mapping: null };
    case 'gvoice-html':
      return { format, parser: googleVoice(hints.line, onRow), mapping: null };
    default:
      return null;
  }
}

function exchangeParser(records: readonly (readonly string[])[], hints: LogHints, onRow: OnRow): ChosenParser | null {
  const [first = []] = records;
  if (isFtcHeader(first)) {
    return { format: 'ftc-csv', parser: ftcLog(onRow), mapping: null };
  }
  const shape = records.map(threeCxShape).find((found) => found !== null);
  if (shape !== undefined && (shape.headerRecords === 0 || threeCxShape(first) !== null)) {
    return { format: '3cx-cdr', parser: threeCx(shape, onRow), mapping: null };
  }
  const order = records.map(asteriskOrder).find((found) => found !== null);
  if (order !== undefined) {
    const { line, zoneKnown, inbound = [] } = hints;
    return { format: 'asterisk-csv', parser: asterisk({ order, inbound, line, zoneKnown }, onRow), mapping: null };
  }
  return null;
}

function tableParser(head: string, { mapping, line, country }: LogHints, onRow: OnRow): ChosenParser | null {
  const used = mapping ?? guessMapping(head, country);
  return used === null ? null : { format: 'generic-csv', parser: mappedTable(used, line, onRow), mapping: used };
}
