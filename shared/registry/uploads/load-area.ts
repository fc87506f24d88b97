import { formerDigest } from '../begin-list.ts';
import { cleanSnapshots, giveUpList, isWanted, removeWrittenLate } from '../clean-snapshots.ts';
import { finishList, hasAnswered } from '../finish-list.ts';
import { formerAreas } from '../former-areas.ts';
import { areasBut, snapshotRecord } from '../import-list.ts';
import { inParallel } from '../in-chunks.ts';
import { parseListDate } from '../list-day.ts';
import { findRegistry } from '../registries.ts';
import { writeArea } from '../write-areas.ts';
import { unitsSince } from './import-run.ts';
import { readStagedArea } from './staged-area.ts';
import type { LoadDependencies } from './upload-dependencies.ts';
import type { AreaErrand, ListImport, LoadedArea, LoadPlan, Units } from './upload-ports.ts';

export type LoadOutcome =
  /** Not, or no longer, to be loaded. */
  | { readonly kind: 'passed_over' }
  | { readonly kind: 'loaded'; readonly left: number }
  /** It was the last: the list answers. */
  | { readonly kind: 'imported'; readonly areas: number }
  /** Somebody else imported something for these areas meanwhile. */
  | { readonly kind: 'superseded' }
  /** What was read of the file is gone: the import stood still for longer than that is kept. */
  | { readonly kind: 'lost' };

type GivenUp = 'superseded' | 'lost';

interface Load {
  readonly record: ListImport;
  readonly plan: LoadPlan;
  readonly area: string;
  readonly used: () => Units;
}

/**
 * Loads one area of a list that was read: its file, its pages, each read back. Whoever loads the last one moves the pointer.
 * May be called again, late, in any order, and twice at once.
 */
export async function loadArea({ importId, area }: AreaErrand, deps: LoadDependencies): Promise<LoadOutcome> {
  const record = await deps.imports.find(importId);
  const plan = record?.plan ?? null;
  if (record === null || plan === null || record.state !== 'loading' || !plan.areas.includes(area)) {
    return { kind: 'passed_over' };
  }
  const load = { record, plan, area, used: unitsSince(deps.units) };
  let done: readonly string[] | null = record.done;
  if (!done.includes(area)) {
    const written = await writeStaged(load, deps);
    if (written !== 'written') {
      return giveUp(load, written, deps);
    }
    done = await deps.imports.areaDone(importId, plan.snapshot, area, load.used());
  }
  if (done === null) {
    return { kind: 'passed_over' };
  }
  const left = plan.areas.length - done.length;
  return left === 0 ? finish(load, deps) : { kind: 'loaded', left };
}

async function writeStaged({ record, plan, area }: Load, deps: LoadDependencies): Promise<'written' | GivenUp> {
  const { registry: id } = record;
  const registry = findRegistry(id);
  const listDay = parseListDate(plan.listDate);
  const head = await deps.store.head(id);
  const [entry = null] = await deps.store.areas([{ registry: id, snapshot: plan.snapshot, area }]);
  // Without its directory it was given up: after a day, by another import (clean-snapshots.ts).
  if (entry === null || hasAnswered(head, plan.snapshot) || formerDigest(head, plan.areas) !== plan.former) {
    return hasAnswered(head, plan.snapshot) ? 'written' : 'superseded';
  }
  const lines = await deps.staged.get(record.id, area);
  if (registry === null || listDay === null) {
    throw new Error('the plan of an import names no registry, or no day');
  }
  if (lines === null) {
    return 'lost';
  }
  const former = (await formerAreas(deps.store, head, [area])).get(area);
  const numbers = readStagedArea(area, lines);
  const { blurred, file } = await writeArea({ registry, listDay, kinds: plan.kinds, numbers, entry, former }, deps);
  if (file === null) {
    throw new Error('an area was loaded without its file');
  }
  if (!isWanted(await deps.store.head(id), plan.snapshot)) {
    return 'superseded';
  }
  await deps.staged.putLoaded(record.id, plan.snapshot, area, { file, blurred });
  return 'written';
}

async function finish(load: Load, deps: LoadDependencies): Promise<LoadOutcome> {
  const { record, plan, used } = load;
  const { registry } = record;
  const { snapshot, listDate, areas } = plan;
  const loaded = new Map<string, LoadedArea>();
  await inParallel(areas, async (area) => {
    const found = await deps.staged.loaded(record.id, snapshot, area);
    if (found !== null) {
      loaded.set(area, found);
    }
  });
  const head = await deps.store.head(registry);
  if (loaded.size < areas.length && !hasAnswered(head, snapshot)) {
    return giveUp(load, 'lost', deps);
  }
  const finished = await finishList(
    {
      list: plan,
      files: areas.flatMap((area) => loaded.get(area)?.file ?? []),
      record: snapshotRecord({
        ...{ registry, snapshot, listDate, entitlement: record.entitlement ?? { subscription: '', basis: '' } },
        ...{ importedAt: deps.now().toISOString(), areas: areas.length, pages: plan.pages, numbers: plan.numbers },
        blurred: [...loaded.values()].reduce((sum, { blurred }) => sum + blurred, 0),
        read: record.read ?? { lines: 0, skipped: {} },
      }),
    },
    deps,
  );
  if (finished === 'superseded') {
    return giveUp(load, 'superseded', deps);
  }
  const untouched = areasBut(head, areas).length;
  const messages = untouched === 0 ? [] : [`${untouched} area codes that this list does not carry answer as before.`];
  const end = {
    state: 'imported',
    endedAt: deps.now().toISOString(),
    messages: [...record.messages, ...messages],
  } as const;
  const ended = await deps.imports.change(record, ['loading'], end, used());
  if (ended === 'changed') {
    // The list answers. What is left to clear away the next import clears, should this end here.
    await deps.staged.erase(record.id);
    await cleanSnapshots(deps, registry, deps.now());
    await deps.imports.change(record, ['imported'], {}, used());
  }
  return { kind: 'imported', areas: areas.length };
}

/** Nothing that was written of it answers; what was cleared away before this wrote it goes, too. Uploaded again it begins anew. */
async function giveUp(
  { record, plan: { snapshot }, area, used }: Load,
  why: GivenUp,
  deps: LoadDependencies,
): Promise<LoadOutcome> {
  const cause =
    why === 'superseded'
      ? `Another import changed ${record.registry} meanwhile.`
      : 'It stood still for so long that what was read of the file is gone.';
  await removeWrittenLate(deps, record.registry, { snapshot, areas: [area] });
  const messages = [`${cause} Upload this file again.`];
  const end = { state: 'refused', endedAt: deps.now().toISOString(), messages } as const;
  if ((await deps.imports.change(record, ['loading'], end, used())) === 'outdated') {
    return { kind: 'passed_over' };
  }
  if (why === 'superseded') {
    await giveUpList(deps.store, record.registry, snapshot);
  }
  await deps.staged.erase(record.id);
  return { kind: why };
}
