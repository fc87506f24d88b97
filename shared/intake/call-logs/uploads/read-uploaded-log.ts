import { type LogLimits, uploadLimits } from '../limits.ts';
import { LogFault } from '../log-fault.ts';
import { prepareReading } from '../prepare-reading.ts';
import { scanLog } from '../scan-log.ts';
import { logPages } from './log-pages.ts';
import type { UploadAsks, UploadFiles, UploadPages, UploadResults } from './upload-ports.ts';
import type { UploadAsk, UploadResult } from './upload-schemas.ts';

export interface ReadUploadedLogDependencies {
  readonly asks: Pick<UploadAsks, 'find'>;
  readonly files: UploadFiles;
  readonly results: UploadResults;
  readonly pages: Pick<UploadPages, 'keep' | 'erase'>;
  /** The deployment's country. */
  readonly country: string;
  readonly limits?: LogLimits;
}

export type ReadUploadedLogOutcome =
  | { readonly kind: 'read'; readonly result: UploadResult }
  /** Another event of the same file was here before. */
  | { readonly kind: 'read_before' }
  /** The file is gone: read and erased, finished, or expired. */
  | { readonly kind: 'gone' }
  /** Nobody asked for it, or no longer does. What there was of it is erased. */
  | { readonly kind: 'not_asked' };

/**
 * Reads an uploaded log in constant memory and keeps the answer by pages. Safe to repeat and to run twice at once: the same
 * file and the same question give the same pages under the same names, and only what is read once is answered.
 */
export async function readUploadedLog(
  name: string,
  deps: ReadUploadedLogDependencies,
): Promise<ReadUploadedLogOutcome> {
  const ask = await deps.asks.find(name);
  if (ask === null) {
    await deps.files.erase(name);
    return { kind: 'not_asked' };
  }
  if ((await deps.results.find(name, ask.reading)) !== null) {
    await eraseUnlessKept(name, ask, deps);
    return { kind: 'read_before' };
  }
  const file = await deps.files.open(name);
  if (file === null) {
    return { kind: 'gone' };
  }
  const { result, written } = await readInto(name, ask, file, deps);
  await deps.results.keep(name, ask.reading, result);
  if ((await deps.asks.find(name)) === null) {
    // The person finished meanwhile and could not know of these pages.
    await Promise.all([
      deps.results.erase(name, ask.reading),
      deps.pages.erase(name, ask.reading, written),
      deps.files.erase(name),
    ]);
    return { kind: 'not_asked' };
  }
  await eraseUnlessKept(name, ask, deps);
  return { kind: 'read', result };
}

async function eraseUnlessKept(name: string, { keepFile }: UploadAsk, deps: ReadUploadedLogDependencies) {
  if (!keepFile) {
    await deps.files.erase(name);
  }
}

interface Reading {
  readonly result: UploadResult;
  /** First rows of the pages that were kept. */
  readonly written: readonly number[];
}

async function readInto(
  name: string,
  { request, reading, openedAt }: UploadAsk,
  file: AsyncIterable<Uint8Array>,
  { pages, country, limits = uploadLimits }: ReadUploadedLogDependencies,
): Promise<Reading> {
  // The time of the opening, not of the reading: a repetition finds the same rows ahead of time.
  const prepared = prepareReading(request, { country, now: new Date(openedAt) });
  if (prepared.kind === 'invalid') {
    throw new Error('an upload was opened with what is not valid');
  }
  const written: number[] = [];
  let waiting: Promise<void>[] = [];
  const settle = async (): Promise<void> => {
    const kept = waiting;
    waiting = [];
    await Promise.all(kept);
  };
  const collected = logPages(prepared.offer, (row, json) => {
    written.push(row);
    const keeping = pages.keep(name, reading, row, json);
    // Heard at the next settling; until then a failure is nobody's unhandled rejection.
    keeping.catch(() => {});
    waiting.push(keeping);
  });
  try {
    const { format, mapping, rows, complete } = await scanLog(file, prepared.hints, limits, collected.onRow, settle);
    const ended = collected.end();
    await settle();
    const { timeZoneNeeded } = ended;
    const result = { format, rows, mapping, complete, timeZoneNeeded, pages: [...ended.pages] };
    return { result: { kind: 'read', version: 1, ...result }, written };
  } catch (error) {
    if (!(error instanceof LogFault)) {
      throw error;
    }
    await settle();
    await pages.erase(name, reading, written);
    return { result: { kind: 'refused', version: 1, reason: error.reason, detail: error.message }, written: [] };
  }
}
