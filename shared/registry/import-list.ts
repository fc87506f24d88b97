import { createHash } from 'node:crypto';
import { cleanSnapshots } from './clean-snapshots.ts';
import type { Entitlement } from './entitlement.ts';
import { coveredKinds, heldKindsAfter } from './held-kinds.ts';
import type { LineSet } from './line-set.ts';
import { formatListDay, type ListDay } from './list-day.ts';
import { objectToList } from './list-objections.ts';
import type { RegistrationStore, RegistryHead, SnapshotRecord } from './registration-ports.ts';
import type { RegistryDefinition } from './registries.ts';
import { changeHead, withList, withLoading } from './registry-head.ts';
import type { SnapshotArchive } from './snapshot-archive.ts';
import { type FormerArea, formerAreas, writeAreas } from './write-areas.ts';

/** What reading the file came to, for the record. */
export interface ReadCounts {
  readonly lines: number;
  readonly skipped: Readonly<Partial<Record<string, { readonly count: number }>>>;
}

export interface ImportRequest {
  readonly registry: RegistryDefinition;
  readonly entitlement: Entitlement;
  readonly listDay: ListDay;
  readonly numbers: LineSet;
  readonly summary: ReadCounts;
  /** The operator has looked into it and vouches for a list that is much shorter than the former one. */
  readonly acceptShrink: boolean;
}

export interface ImportDependencies {
  readonly store: RegistrationStore;
  /** Without it only the serving copy is written. */
  readonly archive?: SnapshotArchive | undefined;
  readonly now: () => Date;
  readonly onProgress?: (pages: number, ofPages: number) => void;
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
 * other import moved it since. Stopped anywhere, the old list answers, and the same import run again writes the same bytes.
 */
export async function importList(request: ImportRequest, dependencies: ImportDependencies): Promise<ImportOutcome> {
  const { registry, listDay, numbers } = request;
  const { store, archive, now } = dependencies;
  const clean = () => cleanSnapshots(dependencies, registry.id, now());
  const listDate = formatListDay(listDay);
  const kinds = coveredKinds(numbers.kinds());
  const head = await store.head(registry.id);
  const areas = numbers.areas();
  const carried = areas.map(({ area }) => area);
  const former = await formerAreas(store, head, carried);
  const objection = objectToList({ areas, former, listDate, kinds, acceptShrink: request.acceptShrink });
  if (objection !== null) {
    return { kind: 'refused', message: objection };
  }
  const isCurrent = areas.every(({ area, digest }) => {
    const held = former.get(area);
    return held !== undefined && held.entry.digest === digest && answersAsLoaded(held, kinds, listDate);
  });
  if (isCurrent) {
    return { kind: 'already_current', pagesRemoved: await clean() };
  }

  const snapshot = snapshotId(listDate, head.generation, areas);
  const key = { registry: registry.id, snapshot };
  const startedAt = now().toISOString();
  await changeHead(store, registry.id, (current) => withLoading(current, { snapshot, areas: carried, startedAt }));
  const heldKinds = heldKindsAfter({ kinds, listDate }, carried, former);
  const { pages, blurred, files } = await writeAreas(request, dependencies, { key, areas, former, heldKinds });
  await archive?.putManifest({ ...key, change: 0, listDate, kinds: heldKinds, areas: files });
  const record: SnapshotRecord = {
    ...key,
    listDate,
    entitlement: request.entitlement,
    importedAt: now().toISOString(),
    areas: areas.length,
    pages,
    numbers: numbers.size,
    lines: request.summary.lines,
    skipped: Object.values(request.summary.skipped).reduce((sum, skipped) => sum + (skipped?.count ?? 0), 0),
    blurred,
  };
  await store.putSnapshot(record);
  const moved = await changeHead(store, registry.id, (current) =>
    current.generation === head.generation
      ? withList(
          current,
          {
            snapshot,
            listDate: heldKinds.reduce((latest, kind) => (kind.listDate > latest ? kind.listDate : latest), listDate),
            areas: carried,
            kinds: heldKinds,
            change: 0,
            voided: [],
            changeDigest: null,
          },
          now().toISOString(),
        )
      : null,
  );
  // A pointer that was moved although the answer got lost has been moved all the same.
  if (moved === 'given_up' && !(await store.head(registry.id)).lists.some((list) => list.snapshot === snapshot)) {
    return { kind: 'refused', message: `Another import changed ${registry.id} meanwhile. Run this one again.` };
  }
  return { kind: 'imported', record, untouchedAreas: areasBut(head, carried), pagesRemoved: await clean() };
}

/** Whether what is held for an area is a full list of that date, without changes since. */
function answersAsLoaded({ list }: FormerArea, kinds: readonly number[], listDate: string): boolean {
  return (
    list.change === 0 &&
    kinds.every((kind) => list.kinds.some((held) => held.kind === kind && held.listDate === listDate))
  );
}

function areasBut(head: RegistryHead, carried: readonly string[]): readonly string[] {
  const left = new Set(carried);
  return head.lists.flatMap((list) => list.areas).filter((area) => !left.has(area));
}

/** The same list over the same former lists has the same id; once the pointer has moved, no id comes back. */
function snapshotId(listDate: string, generation: number, areas: readonly { area: string; digest: string }[]): string {
  const hash = createHash('sha256').update(String(generation));
  for (const { area, digest } of areas) {
    hash.update(`|${area}:${digest}`);
  }
  return `${listDate.replaceAll('-', '')}-${hash.digest('hex').slice(0, 8)}`;
}
