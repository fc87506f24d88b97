import { createHash } from 'node:crypto';
import { cleanSnapshots } from './clean-snapshots.ts';
import { continuePage } from './continue-page.ts';
import type { Entitlement } from './entitlement.ts';
import type { FlatListSummary } from './flat-list.ts';
import { inChunks } from './in-chunks.ts';
import type { LineSet } from './line-set.ts';
import { formatListDay, type ListDay } from './list-day.ts';
import { objectToList } from './list-objections.ts';
import { areaOfPage } from './page-address.ts';
import type { AreaEntry, RegistrationStore, RegistryHead, SnapshotRecord } from './registration-ports.ts';
import type { RegistryDefinition } from './registries.ts';
import { changeHead, withList, withLoading } from './registry-head.ts';

export interface ImportRequest {
  readonly registry: RegistryDefinition;
  readonly entitlement: Entitlement;
  readonly listDay: ListDay;
  readonly numbers: LineSet;
  readonly summary: FlatListSummary;
  /** The operator has looked into it and vouches for a list that is much shorter than the former one. */
  readonly acceptShrink: boolean;
}

export interface ImportDependencies {
  readonly store: RegistrationStore;
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
 * Makes a full list the one that is answered from, for the areas it carries. Directories first, then pages, each read
 * back; the pointer moves last and as a whole, on condition that no other import moved it since. Stopped anywhere, the
 * old list answers, and the same import run again writes the same bytes.
 */
export async function importList(request: ImportRequest, dependencies: ImportDependencies): Promise<ImportOutcome> {
  const { registry, listDay, numbers } = request;
  const { store, now } = dependencies;
  const listDate = formatListDay(listDay);
  const head = await store.head(registry.id);
  const areas = numbers.areas();
  const former = await formerEntries(
    store,
    head,
    areas.map(({ area }) => area),
  );
  const objection = objectToList({ head, areas, former, listDate, acceptShrink: request.acceptShrink });
  if (objection !== null) {
    return { kind: 'refused', message: objection };
  }
  const isCurrent = areas.every(
    ({ area, digest }) => former.get(area)?.digest === digest && listDateOf(head, area) === listDate,
  );
  if (isCurrent) {
    return { kind: 'already_current', pagesRemoved: await cleanSnapshots(store, registry.id, now()) };
  }

  const snapshot = snapshotId(listDate, head.generation, areas);
  const carried = areas.map(({ area }) => area);
  const startedAt = now().toISOString();
  await changeHead(store, registry.id, (current) => withLoading(current, { snapshot, areas: carried, startedAt }));
  await store.putAreas(areas.map((entry) => ({ registry: registry.id, snapshot, ...entry })));
  const pages = areas.flatMap((entry) => entry.pages);
  const blurred = await writePages(request, dependencies, snapshot, pages, former);

  const record: SnapshotRecord = {
    registry: registry.id,
    snapshot,
    listDate,
    entitlement: request.entitlement,
    importedAt: now().toISOString(),
    areas: areas.length,
    pages: pages.length,
    numbers: numbers.size,
    lines: request.summary.lines,
    skipped: Object.values(request.summary.skipped).reduce((sum, { count }) => sum + count, 0),
    blurred,
  };
  await store.putSnapshot(record);
  const moved = await changeHead(store, registry.id, (current) =>
    current.generation === head.generation
      ? withList(current, { snapshot, listDate, areas: carried }, now().toISOString())
      : null,
  );
  // A pointer that was moved although the answer got lost has been moved all the same.
  if (moved === 'given_up' && !(await store.head(registry.id)).lists.some((list) => list.snapshot === snapshot)) {
    return { kind: 'refused', message: `Another import changed ${registry.id} meanwhile. Run this one again.` };
  }
  const untouchedAreas = head.lists.flatMap((list) => list.areas).filter((area) => !carried.includes(area));
  const pagesRemoved = await cleanSnapshots(store, registry.id, now());
  return { kind: 'imported', record, untouchedAreas, pagesRemoved };
}

async function writePages(
  { registry, listDay, numbers }: ImportRequest,
  { store, onProgress }: ImportDependencies,
  snapshot: string,
  pages: readonly string[],
  former: ReadonlyMap<string, AreaEntry>,
): Promise<number> {
  let written = 0;
  let blurred = 0;
  await inChunks(pages, async (chunk) => {
    const earlier = chunk.flatMap((page) => {
      const entry = former.get(areaOfPage(page));
      return entry === undefined ? [] : [{ registry: registry.id, snapshot: entry.snapshot, page }];
    });
    const found = await store.storedPages(earlier);
    const formerPages = new Map(earlier.map(({ page }, index) => [page, found[index] ?? null]));
    const made = chunk.map((page) => {
      const encoded = continuePage({
        name: { callingCode: registry.callingCode, page },
        lines: numbers.lines(page),
        listDay,
        former: formerPages.get(page) ?? null,
      });
      blurred += encoded.blurred;
      return { registry: registry.id, snapshot, page, bytes: encoded.page };
    });
    await store.putPages(made);
    const stored = await store.storedPages(made);
    for (const [index, { page, bytes }] of made.entries()) {
      if (Buffer.compare(stored[index] ?? Buffer.alloc(0), bytes) !== 0) {
        throw new Error(`a page of area ${areaOfPage(page)} was not stored as written; the former list stays`);
      }
    }
    written += made.length;
    onProgress?.(written, pages.length);
  });
  return blurred;
}

/** The directories from which the given areas are answered today. */
async function formerEntries(
  store: RegistrationStore,
  head: RegistryHead,
  areas: readonly string[],
): Promise<ReadonlyMap<string, AreaEntry>> {
  const wanted = new Set(areas);
  const keys = head.lists.flatMap(({ snapshot, areas: held }) =>
    held.filter((area) => wanted.has(area)).map((area) => ({ registry: head.registry, snapshot, area })),
  );
  const entries = await store.areas(keys);
  return new Map(
    keys.map(({ area, snapshot }, index) => {
      const entry = entries[index] ?? null;
      if (entry === null) {
        throw new Error(`the directory of area ${area} of snapshot ${snapshot} is missing`);
      }
      return [area, entry];
    }),
  );
}

function listDateOf(head: RegistryHead, area: string): string | undefined {
  return head.lists.find((list) => list.areas.includes(area))?.listDate;
}

/** The same list over the same former lists has the same id; once the pointer has moved, no id comes back. */
function snapshotId(listDate: string, generation: number, areas: readonly { area: string; digest: string }[]): string {
  const hash = createHash('sha256').update(String(generation));
  for (const { area, digest } of areas) {
    hash.update(`|${area}:${digest}`);
  }
  return `${listDate.replaceAll('-', '')}-${hash.digest('hex').slice(0, 8)}`;
}
