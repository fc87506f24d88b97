import { type LogLimits, logLimits } from '#shared/intake/call-logs/limits.ts';
import {
  type CallLogPage,
  type ReadCallLogOutcome,
  type ReadCallLogRequest,
  readCallLog,
} from '#shared/intake/call-logs/read-call-log.ts';

export type FileContent = string | Uint8Array | AsyncIterable<Uint8Array>;

/** Reads a file as a person in the United States would send it, on 22 November 2026. */
export function tryLog(
  file: FileContent,
  request: ReadCallLogRequest = {},
  limits: Partial<LogLimits> = {},
): Promise<ReadCallLogOutcome> {
  return readCallLog(typeof file === 'string' ? Buffer.from(file) : file, request, {
    clock: () => new Date('2026-11-22T00:00:00Z'),
    country: 'US',
    limits: { ...logLimits, ...limits },
  });
}

/** The page of a file that can be read. */
export async function readLog(file: FileContent, request: ReadCallLogRequest = {}): Promise<CallLogPage> {
  const outcome = await tryLog(file, request);
  if (outcome.kind !== 'read') {
    throw new Error(`refused: ${JSON.stringify(outcome)}`);
  }
  return outcome.page;
}

/** Why a file is refused. */
export async function refusalOf(file: FileContent, limits: Partial<LogLimits> = {}): Promise<string> {
  const outcome = await tryLog(file, {}, limits);
  return outcome.kind === 'refused' ? outcome.reason : outcome.kind;
}
