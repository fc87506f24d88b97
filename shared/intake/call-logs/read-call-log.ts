import type { FieldFault } from '#shared/report/field-fault.ts';
import type { Clock } from '#shared/runtime/clock.ts';
import type { ByteSource } from './bytes/pieces.ts';
import type { CsvMapping } from './csv/csv-mapping.ts';
import type { LogLimits } from './limits.ts';
import { foreignCursor, readCursor } from './log-cursor.ts';
import { LogFault, type LogFaultReason } from './log-fault.ts';
import type { LogFormat } from './log-format.ts';
import { logPage } from './log-page.ts';
import type { SkipReason } from './log-row.ts';
import type { OfferedCall } from './offered-call.ts';
import { type LogRequest, prepareReading } from './prepare-reading.ts';
import { scanLog } from './scan-log.ts';

export interface ReadCallLogRequest extends LogRequest {
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
  const from = readCursor(request.cursor);
  const prepared = prepareReading(request, { country: deps.country, now: deps.clock() });
  if (prepared.kind === 'invalid' || from === null) {
    const faults = prepared.kind === 'invalid' ? prepared.faults : [];
    return { kind: 'invalid', faults: from === null ? [...faults, foreignCursor] : faults };
  }
  const page = logPage(from, prepared.offer);
  try {
    const { format, mapping, rows, complete } = await scanLog(source, prepared.hints, deps.limits, page.onRow);
    return { kind: 'read', page: { format, rows, ...page.content(), mapping, complete } };
  } catch (error) {
    if (error instanceof LogFault) {
      return { kind: 'refused', reason: error.reason, detail: error.message };
    }
    throw error;
  }
}
