import { beginList } from '../begin-list.ts';
import { cleanSnapshots } from '../clean-snapshots.ts';
import { inParallel } from '../in-chunks.ts';
import { estimateFull } from '../load-price.ts';
import type { ImportRun, ReadOutcome } from './import-run.ts';
import type { ReadFile } from './read-file.ts';
import { writeStagedArea } from './staged-area.ts';
import type { UploadDependencies } from './upload-dependencies.ts';
import type { LoadPlan } from './upload-ports.ts';

/**
 * Judges a full list that was read, puts the lines of each area where its loader finds them, and sends the messages. The plan is
 * written down in between: from then on the file is not needed again.
 */
export async function stageList(
  { record, registry, facts, told, list: { numbers } }: ReadFile,
  run: ImportRun,
  deps: UploadDependencies,
): Promise<ReadOutcome> {
  const areas = numbers.areas();
  const kinds = numbers.kinds();
  const estimate = estimateFull(areas.reduce((sum, { pages }) => sum + pages.length, 0));
  await run.change({ estimate });
  const begun = await beginList(
    { registry: registry.id, listDay: facts.listDay, areas, kinds, acceptShrink: told.acceptShrink ?? false },
    deps,
  );
  if (begun.kind === 'refused') {
    return run.refuse([begun.message]);
  }
  if (begun.kind === 'already_current') {
    await cleanSnapshots(deps, registry.id, deps.now());
    return run.end('already_current');
  }
  const dated = numbers.datedLines();
  await inParallel(areas, ({ area, pages }) =>
    deps.staged.put(record.id, area, writeStagedArea(numbers, { pages, kinds }, dated.get(area))),
  );
  const { snapshot, listDate, heldKinds, former } = begun.list;
  const plan: LoadPlan = {
    ...{ snapshot, listDate, kinds, heldKinds, former, areas: areas.map(({ area }) => area) },
    pages: begun.list.areas.reduce((sum, { pages }) => sum + pages.length, 0),
    numbers: numbers.size,
  };
  // Where other kinds of contact stay, their pages are written again.
  await run.change({ state: 'loading', plan, estimate: estimateFull(plan.pages) });
  await deps.queue.send(plan.areas.map((area) => ({ importId: record.id, area })));
  return { kind: 'loading', importId: record.id, areas: plan.areas.length };
}
