import type { Clock } from '#shared/runtime/clock.ts';
import { foreignCursor, readCursor } from '../log-cursor.ts';
import { type LogRequest, prepareReading } from '../prepare-reading.ts';
import type {
  CallLogUploads,
  OpenUploadOutcome,
  ReadUploadOutcome,
  RereadUploadOutcome,
  UploadOptions,
} from './call-log-uploads.ts';
import { newUploadId, pagesOf, uploadName } from './upload-id.ts';
import { ageOf, isKnown, rereadMilliseconds } from './upload-life.ts';
import type {
  UploadAsks,
  UploadFiles,
  UploadForms,
  UploadPages,
  UploadReadings,
  UploadResults,
} from './upload-ports.ts';
import type { UploadAsk } from './upload-schemas.ts';

export interface CallLogUploadDependencies {
  readonly forms: UploadForms;
  readonly asks: UploadAsks;
  readonly files: Pick<UploadFiles, 'erase'>;
  readonly results: Pick<UploadResults, 'find'>;
  readonly pages: Pick<UploadPages, 'find'>;
  readonly readings: UploadReadings;
  readonly clock: Clock;
  /** That many unguessable bytes. */
  readonly random: (bytes: number) => Uint8Array;
  /** The deployment's country. */
  readonly country: string;
}

/** Each reading costs up to a minute of a processor. */
const mostReadings = 20;

/** Uploads as routes and pages use them. */
export function createCallLogUploads(deps: CallLogUploadDependencies): CallLogUploads {
  return {
    open: (request, options) => open(request, options, deps),
    read: (id, cursor, file) => read(id, { cursor, file }, deps),
    reread: (id, request) => reread(id, request, deps),
    finish: (id) => finish(id, deps),
  };
}

async function open(
  request: LogRequest,
  { keepFile, redirect }: UploadOptions,
  deps: CallLogUploadDependencies,
): Promise<OpenUploadOutcome> {
  const now = deps.clock();
  const prepared = prepareReading(request, { country: deps.country, now });
  if (prepared.kind === 'invalid') {
    return prepared;
  }
  const id = newUploadId(deps.random);
  const name = nameOf(id);
  // Before the form: a file that came without a question would be erased unread.
  await deps.asks.keep(name, {
    version: 1,
    request: written(request),
    openedAt: now.toISOString(),
    reading: newUploadId(deps.random),
    readings: 1,
    keepFile,
  });
  const { url, fields } = await deps.forms.make(name, { redirect: redirect?.(id) ?? null });
  return { kind: 'opened', form: { id, url, fields } };
}

async function read(
  id: string,
  { cursor, file }: { readonly cursor: string | undefined; readonly file: string | undefined },
  deps: CallLogUploadDependencies,
): Promise<ReadUploadOutcome> {
  const found = await find(id, deps);
  if (found === null) {
    return { kind: 'unknown' };
  }
  const { name, ask } = found;
  const result = await deps.results.find(name, ask.reading);
  if (result === null || (file !== undefined && result.file !== '' && result.file !== file)) {
    return { kind: 'waiting', openedAt: ask.openedAt };
  }
  if (result.kind === 'refused') {
    return { kind: 'failed', reason: result.reason, detail: result.detail };
  }
  const row = readCursor(cursor);
  if (row === null || !result.pages.includes(row)) {
    return { kind: 'invalid', faults: [foreignCursor] };
  }
  const page = await deps.pages.find(name, pagesOf(ask.reading, result.file), row);
  if (page === null) {
    // Finished at this moment.
    return { kind: 'unknown' };
  }
  const { format, rows, mapping, complete, timeZoneNeeded } = result;
  const { calls, skipped, cursor: next } = page;
  return {
    kind: 'page',
    page: { format, rows, calls, skipped, cursor: next, mapping, complete, timeZoneNeeded },
    keptFile: ask.keepFile,
  };
}

async function reread(id: string, request: LogRequest, deps: CallLogUploadDependencies): Promise<RereadUploadOutcome> {
  const found = await find(id, deps);
  if (found === null) {
    return { kind: 'unknown' };
  }
  const { name, ask } = found;
  // What is not said again stays as it was.
  const corrected = { ...ask.request, ...written(request) };
  const prepared = prepareReading(corrected, { country: deps.country, now: deps.clock() });
  if (prepared.kind === 'invalid') {
    return prepared;
  }
  if (!ask.keepFile || ageOf(ask, deps.clock()) >= rereadMilliseconds) {
    return { kind: 'gone' };
  }
  if (ask.readings >= mostReadings) {
    return { kind: 'too_often' };
  }
  const reading = newUploadId(deps.random);
  await deps.asks.keep(name, { ...ask, request: corrected, reading, readings: ask.readings + 1 });
  await deps.forms.readAgain(name);
  return { kind: 'reading' };
}

async function finish(id: string, deps: CallLogUploadDependencies): Promise<void> {
  const found = await find(id, deps);
  if (found === null) {
    return;
  }
  const { name } = found;
  // The question first: from here on the id is unknown, and a reading under way erases what it writes.
  await deps.asks.erase(name);
  await Promise.all([deps.files.erase(name), deps.readings.erase(name)]);
}

async function find(
  id: string,
  deps: CallLogUploadDependencies,
): Promise<{ readonly name: string; readonly ask: UploadAsk } | null> {
  const name = uploadName(id);
  const ask = name === null ? null : await deps.asks.find(name);
  return name === null || ask === null || !isKnown(ask, deps.clock()) ? null : { name, ask };
}

function nameOf(id: string): string {
  const name = uploadName(id);
  if (name === null) {
    throw new Error('an upload id needs sixteen bytes');
  }
  return name;
}

function written({ inbound, ...request }: LogRequest): UploadAsk['request'] {
  return { ...request, ...(inbound === undefined ? {} : { inbound: [...inbound] }) };
}
