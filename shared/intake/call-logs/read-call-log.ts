import { isTimeZone } from '#shared/law/time-zone.ts';
import type { FieldFault } from '#shared/report/field-fault.ts';
import type { Clock } from '#shared/runtime/clock.ts';
import { parseLine } from '#shared/sender/parse-line.ts';
import type { ByteSource } from './bytes/pieces.ts';
import type { CsvMapping } from './csv/csv-mapping.ts';
import type { LogLimits } from './limits.ts';
import { LogFault, type LogFaultReason } from './log-fault.ts';
import type { LogFormat } from './log-format.ts';
import { logPage } from './log-page.ts';
import type { SkipReason } from './log-row.ts';
import { type OfferContext, type OfferedCall, offerCall } from './offered-call.ts';
import { scanLog } from './scan-log.ts';
import { senderReasons } from './sender-reasons.ts';

export interface ReadCallLogRequest {
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
  /** Of the page before. */
  readonly cursor?: string | undefined;
}

export interface ReadCallLogDependencies {
  readonly clock: Clock;
  /** The deployment's country. */
  readonly country: string;
  readonly limits: LogLimits;
}

export interface SkippedRow {
  readonly row: number;
  readonly reason: SkipReason;
}

/** CONTRACT section 2, and what the person may have to correct. */
export interface CallLogPage {
  readonly format: LogFormat;
  /** Of the whole file, whatever the page. */
  readonly rows: number;
  readonly calls: readonly OfferedCall[];
  readonly skipped: readonly SkippedRow[];
  /** Where the next page begins; null on the last. */
  readonly cursor: string | null;
  readonly mapping: CsvMapping | null;
  /** False for a file that breaks off; what came before is here. */
  readonly complete: boolean;
  /** The log has local times and nobody said where: its reports carry the day alone. */
  readonly timeZoneNeeded: boolean;
}

export type ReadCallLogOutcome =
  | { readonly kind: 'read'; readonly page: CallLogPage }
  | { readonly kind: 'invalid'; readonly faults: readonly FieldFault[] }
  | { readonly kind: 'refused'; readonly reason: LogFaultReason; readonly detail: string };

/** Reads a call log into reports to choose from, a page at a time. Nothing is reported or kept. */
export async function readCallLog(
  source: ByteSource,
  request: ReadCallLogRequest,
  deps: ReadCallLogDependencies,
): Promise<ReadCallLogOutcome> {
  const checked = check(request, deps);
  if (checked.kind === 'invalid') {
    return checked;
  }
  const { line, from } = checked;
  const country = request.country ?? line?.country ?? deps.country;
  const context: OfferContext = {
    line: request.line,
    timeZone: request.timeZone,
    country: request.country,
    senderReason: senderReasons(country),
    now: deps.clock(),
  };
  const page = logPage(from, (row, number) => offerCall(row, number, context));
  try {
    const { format, mapping, rows, complete } = await scanLog(
      source,
      {
        format: request.format,
        mapping: request.mapping,
        inbound: request.inbound,
        line: line?.e164 ?? null,
        zoneKnown: request.timeZone !== undefined,
        country,
      },
      deps.limits,
      page.onRow,
    );
    return { kind: 'read', page: { format, rows, ...page.content(), mapping, complete } };
  } catch (error) {
    if (error instanceof LogFault) {
      return { kind: 'refused', reason: error.reason, detail: error.message };
    }
    throw error;
  }
}

function check({ line, timeZone, country, cursor }: ReadCallLogRequest, deps: ReadCallLogDependencies) {
  const parsed = line === undefined ? null : parseLine(line, { country: country ?? deps.country });
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
  if (cursor !== undefined && !/^[1-9]\d{0,8}$/.test(cursor)) {
    faults.push({ pointer: '/cursor', detail: 'This cursor was not given out here. Start again without one.' });
  }
  return faults.length > 0
    ? { kind: 'invalid' as const, faults }
    : {
        kind: 'valid' as const,
        line: parsed?.kind === 'line' ? parsed.line : null,
        from: cursor === undefined ? 1 : Number(cursor),
      };
}
