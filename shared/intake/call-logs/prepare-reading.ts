import { isTimeZone } from '#shared/law/time-zone.ts';
import type { FieldFault } from '#shared/report/field-fault.ts';
import { parseLine } from '#shared/sender/parse-line.ts';
import type { LogHints } from './choose-parser.ts';
import type { CsvMapping } from './csv/csv-mapping.ts';
import type { LogFormat } from './log-format.ts';
import type { LogRow } from './log-row.ts';
import { type Offer, type OfferContext, offerCall } from './offered-call.ts';
import { senderReasons } from './sender-reasons.ts';

/** What the person says about a log. */
export interface LogRequest {
  /** The person's own number, in any spelling. */
  readonly line?: string | undefined;
  /** IANA name: where the log's clock ran. */
  readonly timeZone?: string | undefined;
  readonly format?: LogFormat | undefined;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string | undefined;
  /** What the caller knows better than the guess. */
  readonly mapping?: CsvMapping | undefined;
  /** Names of the contexts by which calls from outside reach an Asterisk. */
  readonly inbound?: readonly string[] | undefined;
}

export type PreparedReading =
  | { readonly kind: 'ready'; readonly hints: LogHints; readonly offer: (row: LogRow, number: number) => Offer }
  | { readonly kind: 'invalid'; readonly faults: readonly FieldFault[] };

export interface ReadingPlace {
  /** The deployment's country. */
  readonly country: string;
  readonly now: Date;
}

/** Checks what the person says before a byte of the file is read. */
export function prepareReading(request: LogRequest, place: ReadingPlace): PreparedReading {
  const { line, timeZone } = request;
  const parsed = line === undefined ? null : parseLine(line, { country: request.country ?? place.country });
  const faults: FieldFault[] = [];
  if (parsed?.kind === 'refused') {
    faults.push({ pointer: '/line', detail: parsed.detail });
  }
  if (timeZone !== undefined && !isTimeZone(timeZone)) {
    faults.push({
      pointer: '/timeZone',
      detail: 'Name a time zone of the IANA database, for example America/New_York.',
    });
  }
  if (faults.length > 0) {
    return { kind: 'invalid', faults };
  }
  const own = parsed?.kind === 'line' ? parsed.line : null;
  const country = request.country ?? own?.country ?? place.country;
  const context: OfferContext = {
    line,
    timeZone,
    country: request.country,
    senderReason: senderReasons(country),
    now: place.now,
  };
  return {
    kind: 'ready',
    hints: {
      format: request.format,
      mapping: request.mapping,
      inbound: request.inbound,
      line: own?.e164 ?? null,
      zoneKnown: timeZone !== undefined,
      country,
    },
    offer: (row, number) => offerCall(row, number, context),
  };
}
