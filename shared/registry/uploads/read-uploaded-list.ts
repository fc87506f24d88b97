import { TooManyChangesError } from '../collect-list.ts';
import { declareEntitlement, type Entitlement } from '../entitlement.ts';
import { formatListDay } from '../list-day.ts';
import { findRegistry, type RegistryDefinition, registries } from '../registries.ts';
import { applyUploadedChanges } from './apply-uploaded-changes.ts';
import { type ImportRun, OvertakenError, openRun, type ReadOutcome } from './import-run.ts';
import { NoTimeLeftError, readInto } from './read-into.ts';
import { stageList } from './stage-list.ts';
import { outlivesStaging } from './stands-still.ts';
import { readToldOptions } from './told-options.ts';
import type { UploadDependencies } from './upload-dependencies.ts';
import { importIdOf, uploadPlaceOf } from './upload-place.ts';
import type { Declaration, ListImport, UploadedList } from './upload-ports.ts';

/**
 * An object came to the folder of uploads: reads and judges the whole file, then hands its areas to those who load them, or,
 * of a change list, applies it. May be called again at any time, also while it runs. The file is erased in the end, whatever
 * came of it; faults are thrown, and leave it where it is.
 */
export async function readUploadedList(object: string, deps: UploadDependencies): Promise<ReadOutcome> {
  const place = uploadPlaceOf(object);
  const upload = place === null ? null : await deps.uploads.open(object);
  if (place === null || upload === null) {
    return { kind: 'passed_over' };
  }
  const id = importIdOf(object, upload);
  const before = await deps.imports.find(id);
  if (before !== null && before.endedAt !== null && before.uploadedAt === upload.uploadedAt) {
    await deps.uploads.erase(object, upload);
    return { kind: 'ended', importId: id, state: before.state };
  }
  if (before !== null && outlivesStaging(before, deps.now())) {
    const end = {
      state: 'refused',
      endedAt: deps.now().toISOString(),
      messages: ['It stood still for days.'],
    } as const;
    await deps.imports.change(before, ['loading'], end);
  }
  await deps.imports.begin(freshImport(id, place, upload, deps.now()));
  const record = await deps.imports.find(id);
  if (record === null) {
    throw new Error('an import that was written down is not there');
  }
  const outcome = record.state === 'loading' ? await sendAgain(record, deps) : await read(record, upload, deps);
  if (outcome.kind === 'loading' || outcome.kind === 'ended') {
    await deps.uploads.erase(object, upload);
  }
  return outcome;
}

async function read(record: ListImport, upload: UploadedList, deps: UploadDependencies): Promise<ReadOutcome> {
  const run = openRun(record, deps);
  try {
    return await readEntitled(record, upload, run, deps);
  } catch (error) {
    if (error instanceof TooManyChangesError || error instanceof NoTimeLeftError) {
      return run.refuse([error.message]);
    }
    if (error instanceof OvertakenError) {
      return { kind: 'overtaken', importId: record.id };
    }
    throw error;
  }
}

async function readEntitled(
  record: ListImport,
  upload: UploadedList,
  run: ImportRun,
  deps: UploadDependencies,
): Promise<ReadOutcome> {
  const entitled = entitledBy(record, await deps.declarations.find(record.registry));
  if (entitled.kind === 'refused') {
    return run.refuse([entitled.message]);
  }
  const { registry, entitlement } = entitled;
  const told = readToldOptions(upload.told);
  if (told === null) {
    return run.refuse(['What was said with the file (its metadata) has a word that means nothing here.']);
  }
  await run.change({ state: 'reading', entitlement, takenUpAt: deps.now().toISOString() });
  const reading = await readInto({ upload, registry, told }, run, deps);
  if (reading.kind === 'refused') {
    return run.refuse([reading.message], { read: reading.summary });
  }
  const { facts, summary, list } = reading;
  const listDate = formatListDay(facts.listDay);
  await run.change({ listDate, format: facts.format, read: summary, messages: facts.notes });
  const subject = { record: { ...record, listDate }, registry, entitlement, facts, summary, told, list };
  return facts.scope === 'full' ? stageList(subject, run, deps) : applyUploadedChanges(subject, run, deps);
}

/** Messages that got lost, or were never sent, are sent once more. */
async function sendAgain(record: ListImport, deps: UploadDependencies): Promise<ReadOutcome> {
  const { id, plan, done } = record;
  const left = (plan?.areas ?? []).filter((area) => !done.includes(area));
  // With none left only the end is missing, to which any area comes.
  const areas = left.length > 0 ? left : (plan?.areas ?? []).slice(0, 1);
  await deps.imports.change(record, ['loading'], { takenUpAt: deps.now().toISOString() });
  await deps.queue.send(areas.map((area) => ({ importId: id, area })));
  return { kind: 'loading', importId: id, areas: areas.length };
}

type Entitled =
  | { readonly kind: 'entitled'; readonly registry: RegistryDefinition; readonly entitlement: Entitlement }
  | { readonly kind: 'refused'; readonly message: string };

function entitledBy({ registry: id }: ListImport, declared: Declaration | null): Entitled {
  const registry = findRegistry(id);
  if (registry === null) {
    const known = registries.map((each) => each.id).join(', ');
    return { kind: 'refused', message: `There is no registry of the folder's name; known: ${known}.` };
  }
  const { subscription, basis, madeUpLists = false } = declared ?? {};
  const outcome = declareEntitlement(registry, { subscription, basis }, { madeUpLists });
  return outcome.kind === 'entitled'
    ? { kind: 'entitled', registry, entitlement: outcome.entitlement }
    : { kind: 'refused', message: `${outcome.message} Do so with: ringfence registry declare ${id}` };
}

function freshImport(
  id: string,
  { registry, file }: { readonly registry: string; readonly file: string },
  upload: UploadedList,
  now: Date,
): ListImport {
  const startedAt = now.toISOString();
  return {
    ...{ id, registry, file, bytes: upload.file.bytes, uploadedAt: upload.uploadedAt, startedAt, takenUpAt: startedAt },
    ...{ state: 'reading', endedAt: null, messages: [], entitlement: null, listDate: null, format: null },
    ...{ lines: 0, read: null, estimate: null, plan: null, done: [], units: { read: 0, write: 0 } },
  };
}
