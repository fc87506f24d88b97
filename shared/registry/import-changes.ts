import { announceChanges } from './announce-changes.ts';
import { areaFilesOf, eraseSuperseded, writeChangedFiles } from './archive-changes.ts';
import { changePages } from './change-pages.ts';
import type { ChangeRequest } from './change-request.ts';
import { cleanSnapshots } from './clean-snapshots.ts';
import { formerAreas } from './former-areas.ts';
import type { ImportDependencies } from './import-dependencies.ts';
import { formatListDay } from './list-day.ts';
import { areaOfPage } from './page-address.ts';
import type { ChangeRecord } from './registration-ports.ts';
import type { RegistryDefinition } from './registries.ts';
import { changeHead, withChange } from './registry-head.ts';

export type ChangeOutcome =
  | {
      readonly kind: 'changed';
      readonly record: ChangeRecord;
      /** Lines in areas of which no list is held; they were left out. */
      readonly notHeld: number;
      /** Lines in areas held as of this list's date or a later one; they were passed over, as that list has them. */
      readonly ahead: number;
    }
  | { readonly kind: 'already_applied' }
  /** Another import was faster; this one may be right all the same, and can be run again. */
  | { readonly kind: 'superseded'; readonly message: string }
  | { readonly kind: 'refused'; readonly message: string };

/**
 * Applies a change list to the list it continues. Directories first, then the snapshot's new files, then the pages, each
 * changed in place on condition that nobody else changed it, and read back; none of that counts until the pointer moves,
 * last and as a whole. Stopped anywhere, the old list answers, and the same import run again ends with the same bytes.
 */
export async function importChanges(request: ChangeRequest, dependencies: ImportDependencies): Promise<ChangeOutcome> {
  const { registry, changes } = request;
  const { store, archive, now } = dependencies;
  const claim = {
    listDate: formatListDay(request.listDay),
    base: formatListDay(request.baseDay),
    areas: request.areas,
    changes,
    digest: changes.digest(),
  };
  if (claim.base >= claim.listDate) {
    return refused(`A change list of ${claim.listDate} cannot continue a list of ${claim.base}.`);
  }
  const announced = await announceChanges(registry.id, claim, dependencies);
  if (announced.kind !== 'announced') {
    return announced.kind === 'superseded' ? superseded(registry) : announced;
  }
  const { head, plan, begun } = announced;
  const wanted = new Set(begun.areas);
  const all = changes.pages();
  const pages = all.filter((page) => wanted.has(areaOfPage(page)));
  const touched = new Set(pages.map((page) => areaOfPage(page)));
  const former = await formerAreas(store, head, [...touched]);
  await store.putAreas(
    [...former.values()].flatMap(({ entry }) => {
      const known = new Set(entry.pages);
      const added = pages.filter((page) => areaOfPage(page) === entry.area && !known.has(page));
      return added.length === 0 ? [] : [{ ...entry, pages: [...entry.pages, ...added].sort() }];
    }),
  );
  const lists = head.lists.filter(({ areas }) => areas.some((area) => wanted.has(area)));
  const files =
    archive === undefined ? null : await areaFilesOf({ registry, lists, begun }, touched, { store, archive });
  const done = await changePages({ request, begun, pages, former, files }, dependencies);
  if (done === 'superseded') {
    return superseded(registry);
  }
  if (archive !== undefined && files !== null) {
    await writeChangedFiles({ registry, lists, begun, files, changed: done.pages }, archive);
  }

  const record: ChangeRecord = {
    registry: registry.id,
    change: begun.change,
    listDate: claim.listDate,
    baseDate: claim.base,
    entitlement: request.entitlement,
    importedAt: now().toISOString(),
    areas: begun.areas.length,
    ...done.counts,
    lines: request.summary.lines,
    skipped: Object.values(request.summary.skipped).reduce((sum, skipped) => sum + (skipped?.count ?? 0), 0),
  };
  await store.putChangeRecord(record);
  const moved = await changeHead(store, registry.id, (current) => withChange(current, begun));
  // A pointer that was moved although the answer got lost has been moved all the same.
  if (moved === 'given_up' && !(await store.head(registry.id)).lists.some(({ change }) => change === begun.change)) {
    return superseded(registry);
  }
  await cleanSnapshots(dependencies, registry.id, now());
  if (archive !== undefined) {
    await eraseSuperseded({ registry, lists, begun }, { store, archive });
  }
  const ahead = new Set(plan.ahead);
  const lines = { notHeld: 0, ahead: 0 };
  for (const page of all.length === pages.length ? [] : all) {
    const area = areaOfPage(page);
    if (!wanted.has(area)) {
      lines[ahead.has(area) ? 'ahead' : 'notHeld'] += changes.changes(page).length;
    }
  }
  return { kind: 'changed', record, ...lines };
}

function superseded({ id }: RegistryDefinition): ChangeOutcome {
  return { kind: 'superseded', message: `Another import changed ${id} meanwhile. Run this one again.` };
}

function refused(message: string): ChangeOutcome {
  return { kind: 'refused', message };
}
