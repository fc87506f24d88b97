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
import { newUploadId, uploadName } from './upload-id.ts';
import { knownHours, rereadHours } from './upload-life.ts';
import type { UploadAsks, UploadFiles, UploadForms, UploadPages, UploadResults } from './upload-ports.ts';
import type { UploadAsk } from './upload-schemas.ts';

export interface CallLogUploadDependencies {
  readonly forms: UploadForms;
  readonly asks: UploadAsks;
  readonly files: Pick<UploadFiles, 'erase'>;
  readonly results: Pick<UploadResults, 'find' | 'erase'>;
  readonly pages: Pick<UploadPages, 'find' | 'erase'>;
  readonly clock: Clock;
  /** That many unguessable bytes. */
  readonly random: (bytes: number) => Uint8Array;
  /** The deployment's country. */
  readonly country: string;
}

const hourMilliseconds = 60 * 60 * 1000;
/** Each reading costs up to a minute of a processor. */
const mostReadings = 20;

/** Uploads as routes and pages use them. */
export function createCallLogUploads(deps: CallLogUploadDependencies): CallLogUploads {
  return {
    open: (request, options) => open(request, options, deps),
    read: (id, cursor) => read(id, cursor, deps),
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
  cursor: string | undefined,
  deps: CallLogUploadDependencies,
): Promise<ReadUploadOutcome> {
  const found = await find(id, deps);
  if (found === null) {
    return { kind: 'unknown' };
  }
  const { name, ask } = found;
  const result = await deps.results.find(name, ask.reading);
  if (result === null) {
    return { kind: 'waiting', openedAt: ask.openedAt };
  }
  if (result.kind === 'refused') {
    return { kind: 'failed', reason: result.reason, detail: result.detail };
  }
  const row = readCursor(cursor);
  if (row === null || !result.pages.includes(row)) {
    return { kind: 'invalid', faults: [foreignCursor] };
  }
  const page = await deps.pages.find(name, ask.reading, row);
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
  if (!ask.keepFile || ageOf(ask, deps) >= rereadHours * hourMilliseconds) {
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
  const { name, ask } = found;
  const result = await deps.results.find(name, ask.reading);
  // The question first: from here on the id is unknown, and a reading under way erases what it writes.
  await deps.asks.erase(name);
  await Promise.all([
    deps.files.erase(name),
    deps.results.erase(name, ask.reading),
    deps.pages.erase(name, ask.reading, result?.kind === 'read' ? result.pages : []),
  ]);
}

async function find(
  id: string,
  deps: CallLogUploadDependencies,
): Promise<{ readonly name: string; readonly ask: UploadAsk } | null> {
  const name = uploadName(id);
  const ask = name === null ? null : await deps.asks.find(name);
  return name === null || ask === null || ageOf(ask, deps) >= knownHours * hourMilliseconds ? null : { name, ask };
}

function ageOf({ openedAt }: UploadAsk, { clock }: CallLogUploadDependencies): number {
  return clock().getTime() - Date.parse(openedAt);
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
