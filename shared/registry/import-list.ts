import { beginList } from './begin-list.ts';
import { cleanSnapshots, giveUpList, removeWrittenLate } from './clean-snapshots.ts';
import type { Entitlement } from './entitlement.ts';
import { finishList } from './finish-list.ts';
import type { ImportDependencies, ReadCounts } from './import-dependencies.ts';
import type { LineSet } from './line-set.ts';
import type { ListDay } from './list-day.ts';
import type { RegistryHead, SnapshotRecord } from './registration-ports.ts';
import type { RegistryDefinition } from './registries.ts';
import { writeAreas } from './write-areas.ts';

export interface ImportRequest {
  readonly registry: RegistryDefinition;
  readonly entitlement: Entitlement;
  readonly listDay: ListDay;
  readonly numbers: LineSet;
  readonly summary: ReadCounts;
  /** The operator has looked into it and vouches for a list that is much shorter than the former one. */
  readonly acceptShrink: boolean;
}

export type ImportOutcome =
  | {
      readonly kind: 'imported';
      readonly record: SnapshotRecord;
      /** Held areas that this list does not carry and which are answered as before. */
      readonly untouchedAreas: readonly string[];
      readonly pagesRemoved: number;
    }
  | { readonly kind: 'already_current'; readonly pagesRemoved: number }
  | { readonly kind: 'refused'; readonly message: string };

/**
 * Makes a full list the one that is answered from, for the areas and kinds it carries. Directories first, then area by
 * area the snapshot's file and the pages, each read back; the pointer moves last and as a whole, on condition that no
 * other import became of these areas since. Stopped anywhere, the old list answers, and the same import run again writes the
 * same bytes.
 */
export async function importList(request: ImportRequest, dependencies: ImportDependencies): Promise<ImportOutcome> {
  const { registry, listDay, numbers, acceptShrink } = request;
  const { store, now } = dependencies;
  const clean = () => cleanSnapshots(dependencies, registry.id, now());
  const [areas, kinds] = [numbers.areas(), numbers.kinds()];
  const begun = await beginList({ registry: registry.id, listDay, areas, kinds, acceptShrink }, dependencies);
  if (begun.kind !== 'begun') {
    return begun.kind === 'refused' ? begun : { ...begun, pagesRemoved: await clean() };
  }
  const { list, former } = begun;
  const head = await store.head(registry.id);
  dependencies.onBegun?.(list.areas.reduce((sum, area) => sum + area.pages.length, 0));
  const { pages, blurred, files } = await writeAreas(
    { registry, listDay, kinds, numbers, areas: list.areas, former },
    dependencies,
  );
  const carried = areas.map(({ area }) => area);
  const record = snapshotRecord({
    registry: registry.id,
    snapshot: list.snapshot,
    listDate: list.listDate,
    entitlement: request.entitlement,
    importedAt: now().toISOString(),
    areas: areas.length,
    pages,
    numbers: numbers.size,
    blurred,
    read: request.summary,
  });
  const finished = await finishList({ list: { ...list, areas: carried }, files, record }, dependencies);
  if (finished === 'superseded') {
    await removeWrittenLate(dependencies, registry.id, { snapshot: list.snapshot, areas: carried });
    await giveUpList(store, registry.id, list.snapshot);
    return {
      kind: 'refused',
      message: `Another import changed ${registry.id} meanwhile, or cleared this one away after a day. Run this one again.`,
    };
  }
  return { kind: 'imported', record, untouchedAreas: areasBut(head, carried), pagesRemoved: await clean() };
}

/** What is kept of a list, with what its reading came to. */
export function snapshotRecord({
  read,
  ...record
}: Omit<SnapshotRecord, 'lines' | 'skipped'> & { readonly read: ReadCounts }): SnapshotRecord {
  const skipped = Object.values(read.skipped).reduce((sum, each) => sum + (each?.count ?? 0), 0);
  return { ...record, lines: read.lines, skipped };
}

/** Held areas that a list does not carry. */
export function areasBut(head: RegistryHead, carried: readonly string[]): readonly string[] {
  const left = new Set(carried);
  return head.lists.flatMap((list) => list.areas).filter((area) => !left.has(area));
}
