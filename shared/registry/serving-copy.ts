import { agrees } from './change-pages.ts';
import type { CopyOutcome, CopyReport } from './copy-report.ts';
import { heldPage } from './held-page.ts';
import { inChunks, inParallel } from './in-chunks.ts';
import { mendPages, readEach } from './mend-pages.ts';
import { linesOfAPage, pageOfArea, pagesOfAnArea } from './page-address.ts';
import { DamagedPageError } from './page-format.ts';
import { readPage } from './read-page.ts';
import { readArchivedArea } from './read-snapshot.ts';
import type { AreaEntry, HeldList, PageKey, RegistrationStore, StoredPage } from './registration-ports.ts';
import type { RegistryDefinition } from './registries.ts';
import { type ArchivedArea, DamagedSnapshotError, type SnapshotArchive } from './snapshot-archive.ts';

export interface CopyDependencies {
  readonly store: RegistrationStore;
  readonly archive: Pick<SnapshotArchive, 'manifest' | 'read'>;
  readonly onProgress?: (areas: number, ofAreas: number) => void;
}

interface Walk extends CopyDependencies {
  readonly registry: RegistryDefinition;
  /** Whether what differs is written again. */
  readonly mend: boolean;
  readonly report: { -readonly [Key in keyof CopyReport]: CopyReport[Key] extends number ? number : string[] };
}

/** Compares every page from which lines of a registry are answered with the snapshot; writes nothing. */
export function compareServingCopy(registry: RegistryDefinition, dependencies: CopyDependencies): Promise<CopyOutcome> {
  return walk(registry, dependencies, false);
}

/**
 * Puts right what differs from the snapshot, page by page, each on condition that nobody changed it since, and reads it
 * back. Readers go on: a page is as it was or as it should be. Stopped anywhere, the same again goes on with the rest.
 */
export function restoreServingCopy(registry: RegistryDefinition, dependencies: CopyDependencies): Promise<CopyOutcome> {
  return walk(registry, dependencies, true);
}

async function walk(registry: RegistryDefinition, dependencies: CopyDependencies, mend: boolean): Promise<CopyOutcome> {
  const { store, archive, onProgress } = dependencies;
  const head = await store.head(registry.id);
  if (head.lists.length === 0) {
    return { kind: 'nothing_held' };
  }
  const report = emptyReport();
  const ofAreas = head.lists.reduce((sum, { areas }) => sum + areas.length, 0);
  for (const list of head.lists) {
    const manifest = await archive.manifest({ registry: registry.id, snapshot: list.snapshot, change: list.change });
    const files = new Map(manifest?.areas.map((file) => [file.area, file]));
    await inParallel(list.areas, async (area) => {
      const own = emptyReport();
      await walkArea({ ...dependencies, registry, mend, report: own }, list, area, files.get(area));
      addTo(report, own);
      onProgress?.(report.areas, ofAreas);
    });
  }
  report.differing.sort();
  report.withoutFile.sort();
  const moved = (await store.head(registry.id)).generation !== head.generation;
  return { kind: moved ? 'moved_meanwhile' : 'compared', report };
}

function emptyReport(): Walk['report'] {
  const counts = { areas: 0, pages: 0, missing: 0, different: 0, extra: 0, directories: 0, mended: 0 };
  return { ...counts, differing: [], withoutFile: [] };
}

function addTo(report: Walk['report'], { differing, withoutFile, ...counts }: CopyReport): void {
  for (const name of ['areas', 'pages', 'missing', 'different', 'extra', 'directories', 'mended'] as const) {
    report[name] += counts[name];
  }
  report.differing.push(...differing);
  report.withoutFile.push(...withoutFile);
}

/** One area, with a report of its own: areas are walked beside each other. */
async function walkArea(walk: Walk, list: HeldList, area: string, file: ArchivedArea | undefined): Promise<void> {
  const { report } = walk;
  report.areas += 1;
  const pages = await pagesOf(walk, file);
  if (pages === null) {
    report.withoutFile.push(area);
    return;
  }
  report.pages += pages.size;
  await walkDirectory(walk, list, area, pages);
  const names = Array.from({ length: pagesOfAnArea }, (_, exchange) => pageOfArea(area, exchange));
  await inChunks(names, (chunk) => walkPages(walk, list, chunk, pages));
  if (differences(report) > 0) {
    report.differing.push(area);
  }
}

/** Null if the file is missing or is not what the manifest says. */
async function pagesOf(
  { archive }: Walk,
  file: ArchivedArea | undefined,
): Promise<ReadonlyMap<string, Uint8Array> | null> {
  if (file === undefined) {
    return null;
  }
  try {
    return await readArchivedArea(archive, file);
  } catch (error) {
    if (error instanceof DamagedSnapshotError || error instanceof DamagedPageError) {
      return null;
    }
    throw error;
  }
}

/** First, so that pages that are written can be found again. */
async function walkDirectory(
  { store, registry, mend, report }: Walk,
  { snapshot }: HeldList,
  area: string,
  pages: ReadonlyMap<string, Uint8Array>,
): Promise<void> {
  const [entry = null] = await store.areas([{ registry: registry.id, snapshot, area }]);
  const named = new Set(entry?.pages);
  if (entry !== null && [...pages.keys()].every((page) => named.has(page))) {
    return;
  }
  report.directories += 1;
  if (mend) {
    // Without the digest of the list, the same one imported again is loaded as a new one.
    const lost: AreaEntry = {
      registry: registry.id,
      snapshot,
      area,
      pages: [],
      numbers: countLines(pages),
      digest: '',
    };
    await store.putAreas([{ ...(entry ?? lost), pages: [...named.union(new Set(pages.keys()))].sort() }]);
    report.mended += 1;
  }
}

async function walkPages(
  walk: Walk,
  list: HeldList,
  names: readonly string[],
  pages: ReadonlyMap<string, Uint8Array>,
): Promise<void> {
  const { store, registry, mend, report } = walk;
  const keys = names.map((page) => ({ registry: registry.id, snapshot: list.snapshot, page }));
  const isRight = (key: PageKey, stored: StoredPage | null) => matches(stored, list, pages.get(key.page) ?? null);
  const stored = await readEach(store, keys);
  const wrong = keys.flatMap((key, index) => {
    const page = stored[index] ?? null;
    if (page !== 'unreadable' && isRight(key, page)) {
      return [];
    }
    report[page === null ? 'missing' : pages.has(key.page) ? 'different' : 'extra'] += 1;
    return [key];
  });
  if (mend && wrong.length > 0) {
    const mended = await mendPages(wrong, { store, registry, list, pages, isRight });
    report.mended += mended;
  }
}

/** Whether a stored page, read as the pointer says, lists the lines and days of the snapshot's. */
function matches(stored: StoredPage | null, list: HeldList, archived: Uint8Array | null): boolean {
  try {
    const held = heldPage(stored, list);
    return held !== 'pointer_outdated' && agrees(stored, held, archived);
  } catch (error) {
    if (error instanceof DamagedPageError) {
      return false;
    }
    throw error;
  }
}

function differences({ missing, different, extra, directories }: Walk['report']): number {
  return missing + different + extra + directories;
}

function countLines(pages: ReadonlyMap<string, Uint8Array>): number {
  let lines = 0;
  for (const page of pages.values()) {
    const { layers } = readPage(page);
    for (let line = 0; line < linesOfAPage; line += 1) {
      lines += layers.some(({ days }) => days[line] !== 0) ? 1 : 0;
    }
  }
  return lines;
}
