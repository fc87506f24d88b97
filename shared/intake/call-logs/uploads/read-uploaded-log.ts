import type { Clock } from '#shared/runtime/clock.ts';
import { type LogLimits, uploadLimits } from '../limits.ts';
import { LogFault } from '../log-fault.ts';
import { prepareReading } from '../prepare-reading.ts';
import { scanLog } from '../scan-log.ts';
import { logPages } from './log-pages.ts';
import { pagesOf } from './upload-id.ts';
import { isReadable } from './upload-life.ts';
import type {
  UploadAsks,
  UploadedFile,
  UploadFiles,
  UploadPages,
  UploadReadings,
  UploadResults,
} from './upload-ports.ts';
import type { UploadAsk, UploadResult } from './upload-schemas.ts';

export interface ReadUploadedLogDependencies {
  readonly asks: Pick<UploadAsks, 'find' | 'erase'>;
  readonly files: UploadFiles;
  readonly results: UploadResults;
  readonly pages: Pick<UploadPages, 'keep'>;
  readonly readings: UploadReadings;
  readonly clock: Clock;
  /** The deployment's country. */
  readonly country: string;
  readonly limits?: LogLimits;
}

export type ReadUploadedLogOutcome =
  | { readonly kind: 'read'; readonly result: UploadResult }
  /** Another event of the same file was here before, or too many files came with one form. */
  | { readonly kind: 'read_before' }
  /** The file is gone: read and erased, finished, or expired. */
  | { readonly kind: 'gone' }
  /** Nobody asked for it, or no longer does, or too long ago. What this reading wrote is erased. */
  | { readonly kind: 'not_asked' };

/** A reading costs up to a minute of a processor, and a form is good for any number of files. */
const mostFiles = 5;

/**
 * Reads an uploaded log in constant memory and keeps the answer by pages. Safe to repeat and to run twice at once: the same
 * file and the same question give the same pages under the same names, and only what is read once is answered. `tag` is that
 * of the file whose coming is told: another one than was read, such as the right file after a wrong one, takes its place.
 */
export async function readUploadedLog(
  name: string,
  deps: ReadUploadedLogDependencies,
  tag?: string,
): Promise<ReadUploadedLogOutcome> {
  const ask = await deps.asks.find(name);
  if (ask === null) {
    return forget(name, deps);
  }
  const before = await deps.results.find(name, ask.reading);
  if (before !== null && (tag === undefined || tag === before.file || before.files >= mostFiles)) {
    await eraseUnlessKept(name, ask, deps);
    return { kind: 'read_before' };
  }
  if (!isReadable(ask, deps.clock())) {
    return forget(name, deps);
  }
  const file = await deps.files.open(name);
  if (file === null) {
    return { kind: 'gone' };
  }
  const result = await readInto({ name, ask, file, files: (before?.files ?? 0) + 1 }, deps);
  await deps.results.keep(name, ask.reading, result);
  const now = await deps.asks.find(name);
  if (now === null) {
    // The person finished meanwhile and could not know of these pages.
    return forget(name, deps);
  }
  if (now.reading !== ask.reading) {
    // Another reading was asked for meanwhile.
    await Promise.all([
      deps.readings.erase(name, ask.reading),
      deps.readings.erase(name, pagesOf(ask.reading, file.tag)),
    ]);
    return { kind: 'not_asked' };
  }
  if (before !== null && before.file !== file.tag) {
    await deps.readings.erase(name, pagesOf(ask.reading, before.file));
  }
  await eraseUnlessKept(name, ask, deps);
  return { kind: 'read', result };
}

async function forget(
  name: string,
  { asks, files, readings }: ReadUploadedLogDependencies,
): Promise<ReadUploadedLogOutcome> {
  await asks.erase(name);
  await Promise.all([files.erase(name), readings.erase(name)]);
  return { kind: 'not_asked' };
}

async function eraseUnlessKept(name: string, { keepFile }: UploadAsk, deps: ReadUploadedLogDependencies) {
  if (!keepFile) {
    await deps.files.erase(name);
  }
}

interface Reading {
  readonly name: string;
  readonly ask: UploadAsk;
  readonly file: UploadedFile;
  /** How many came with this form. */
  readonly files: number;
}

async function readInto(
  { name, ask, file, files }: Reading,
  { pages, readings, country, limits = uploadLimits }: ReadUploadedLogDependencies,
): Promise<UploadResult> {
  const { request, reading, openedAt } = ask;
  const { bytes, tag } = file;
  // The time of the opening, not of the reading: a repetition finds the same rows ahead of time.
  const prepared = prepareReading(request, { country, now: new Date(openedAt) });
  if (prepared.kind === 'invalid') {
    throw new Error('an upload was opened with what is not valid');
  }
  const place = pagesOf(reading, tag);
  let waiting: Promise<void>[] = [];
  const settle = async (): Promise<void> => {
    const kept = waiting;
    waiting = [];
    await Promise.all(kept);
  };
  const collected = logPages(prepared.offer, (row, json) => {
    const keeping = pages.keep(name, place, row, json);
    // Heard at the next settling; until then a failure is nobody's unhandled rejection.
    keeping.catch(() => {});
    waiting.push(keeping);
  });
  try {
    const { format, mapping, rows, complete } = await scanLog(bytes, prepared.hints, limits, collected.onRow, settle);
    const ended = collected.end();
    await settle();
    const { timeZoneNeeded } = ended;
    const result = { format, rows, mapping, complete, timeZoneNeeded, pages: [...ended.pages] };
    return { kind: 'read', version: 1, file: tag, files, ...result };
  } catch (error) {
    if (!(error instanceof LogFault)) {
      throw error;
    }
    await settle();
    await readings.erase(name, place);
    return { kind: 'refused', version: 1, file: tag, files, reason: error.reason, detail: error.message };
  }
}
