import { importChanges } from '../import-changes.ts';
import { parseListDate } from '../list-day.ts';
import { estimateChange } from '../load-price.ts';
import type { ImportRun, ReadOutcome } from './import-run.ts';
import type { ReadFile } from './read-file.ts';
import { standsStill } from './stands-still.ts';
import type { UploadDependencies } from './upload-dependencies.ts';
import type { ListImport } from './upload-ports.ts';

/** So long a change list waits for what it continues, and for others that are applied. */
const longestWait = 2 * 3_600_000;

/**
 * Applies a change list: a day's is small beside the list it changes, so whoever read it applies it. Where it continues a list
 * that is still being imported, it waits; also where another import was faster, after which it is judged anew.
 */
export async function applyUploadedChanges(
  { record, registry, entitlement, facts, summary, told, list: { changes } }: ReadFile,
  run: ImportRun,
  deps: UploadDependencies,
): Promise<ReadOutcome> {
  const baseDay = told.since === undefined ? facts.listDay - 1 : parseListDate(told.since);
  if (baseDay === null) {
    return run.refuse(['What was said as "since" is not a date; write YYYY-MM-DD, the date of the list it continues.']);
  }
  const others = async () => (await deps.imports.list()).filter((other) => isUnderWay(other, record, deps.now()));
  const waitsFor = (message: string) => wait(record, run, message);
  const mayWait = deps.now().getTime() - Date.parse(record.startedAt) < longestWait;
  // Two that were for some of the same areas would else give each other up, in turns.
  if (mayWait && record.state === 'waiting' && (await others()).some(({ state }) => state === 'applying')) {
    return waitsFor('Another change list is being applied.');
  }
  await run.change({ state: 'applying', estimate: estimateChange(changes.pages().length) });
  const areas = facts.covers.kind === 'areas' ? facts.covers.areas : null;
  const request = { registry, entitlement, listDay: facts.listDay, baseDay, areas, changes, summary };
  const outcome = await importChanges(request, deps);
  switch (outcome.kind) {
    case 'already_applied':
      return run.end('already_applied');
    case 'changed': {
      const left = outcome.notHeld === 0 ? [] : [leftOut(outcome.notHeld)];
      const ahead = outcome.ahead === 0 ? [] : [passedOver(outcome.ahead)];
      return run.end('changed', { messages: [...facts.notes, ...left, ...ahead] });
    }
    case 'superseded':
      return mayWait ? waitsFor(outcome.message) : run.refuse([outcome.message]);
    case 'refused': {
      const mayComeYet = mayWait && (await others()).some((other) => mayComeBefore(other, record));
      return mayComeYet ? waitsFor(outcome.message) : run.refuse([outcome.message]);
    }
  }
}

async function wait({ id }: ListImport, run: ImportRun, message: string): Promise<ReadOutcome> {
  await run.change({ state: 'waiting', messages: [message] });
  return { kind: 'waiting', importId: id };
}

function leftOut(count: number): string {
  return `${count} changes are in areas of which no full list is held; they were left out.`;
}

function passedOver(count: number): string {
  return `${count} changes are in areas held as of this list's date or a later one already; they were passed over.`;
}

/** Another import of the registry, of which something may still come. */
function isUnderWay(other: ListImport, { id, registry }: ListImport, now: Date): boolean {
  return other.id !== id && other.registry === registry && other.endedAt === null && !standsStill(other, now);
}

/** Whether it may bring the list that this one continues. */
function mayComeBefore(other: ListImport, { listDate }: ListImport): boolean {
  return other.listDate === null || (listDate !== null && other.listDate < listDate);
}
