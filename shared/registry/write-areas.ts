import { continueKinds } from './continue-page.ts';
import type { FormerArea } from './former-areas.ts';
import { heldPage } from './held-page.ts';
import type { ImportDependencies } from './import-dependencies.ts';
import { inChunks, inParallel } from './in-chunks.ts';
import type { LineSet } from './line-set.ts';
import type { ListDay } from './list-day.ts';
import type { ListKind } from './page-kinds.ts';
import type { AreaEntry, PageKey, RegistrationStore } from './registration-ports.ts';
import type { RegistryDefinition } from './registries.ts';
import type { ArchivedArea } from './snapshot-archive.ts';
import { writeAreaFile } from './snapshot-file.ts';

interface NewAreas {
  readonly registry: RegistryDefinition;
  readonly listDay: ListDay;
  /** Those the list has entries of; on its pages they take the place of what was held, others stay. */
  readonly kinds: readonly ListKind[];
  readonly numbers: Pick<LineSet, 'lines' | 'day'>;
}

interface Written {
  readonly pages: number;
  readonly blurred: number;
  readonly files: readonly ArchivedArea[];
}

interface MadePage extends PageKey {
  readonly bytes: Uint8Array;
}

/** All pages of a full list: an area at a time into the snapshot's files, and from there into the serving copy. */
export async function writeAreas(
  {
    areas,
    former,
    ...list
  }: NewAreas & {
    readonly areas: readonly AreaEntry[];
    readonly former: ReadonlyMap<string, FormerArea>;
  },
  dependencies: ImportDependencies,
): Promise<Written> {
  const ofPages = areas.reduce((sum, { pages }) => sum + pages.length, 0);
  const files = new Map<string, ArchivedArea>();
  let written = 0;
  let blurred = 0;
  await inParallel(areas, async (entry) => {
    const onWritten = (pages: number) => {
      written += pages;
      dependencies.onProgress?.(written, ofPages);
    };
    const area = await writeArea({ ...list, entry, former: former.get(entry.area) }, dependencies, onWritten);
    blurred += area.blurred;
    if (area.file !== null) {
      files.set(entry.area, area.file);
    }
  });
  return { pages: ofPages, blurred, files: areas.flatMap(({ area }) => files.get(area) ?? []) };
}

/** The pages of one area of a full list: its file, then the serving copy, read back. Again it writes the same. */
export async function writeArea(
  { entry, former, ...list }: NewAreas & { readonly entry: AreaEntry; readonly former: FormerArea | undefined },
  { store, archive }: Pick<ImportDependencies, 'store' | 'archive'>,
  onWritten?: (pages: number) => void,
): Promise<{ readonly blurred: number; readonly file: ArchivedArea | null }> {
  const { registry, snapshot, area, pages } = entry;
  const made: MadePage[] = [];
  let blurred = 0;
  await inChunks(pages, async (chunk) => {
    const earlier = await formerPages(store, registry, former, chunk);
    for (const [index, page] of chunk.entries()) {
      const encoded = continueKinds(
        {
          name: { callingCode: list.registry.callingCode, page },
          listDay: list.listDay,
          former: earlier[index] ?? null,
        },
        list.kinds.map((kind) => ({
          kind,
          lines: list.numbers.lines(page, kind),
          dayOf: (line) => list.numbers.day(page, line, kind),
        })),
      );
      blurred += encoded.blurred;
      made.push({ registry, snapshot, page, bytes: encoded.page });
    }
  });
  const file =
    archive === undefined
      ? null
      : await archive.putArea(
          { registry, snapshot, area, change: 0 },
          writeAreaFile(area, new Map(made.map(({ page, bytes }) => [page, bytes]))),
        );
  await inChunks(made, async (chunk) => {
    await putPages(store, chunk);
    onWritten?.(chunk.length);
  });
  return { blurred, file };
}

/**
 * A page that has been changed since was stored by another run of this import, which has ended: change lists come on top of
 * what answers. This run is late, and leaves it.
 */
async function putPages(store: RegistrationStore, pages: readonly MadePage[]): Promise<void> {
  await store.putPages(pages);
  const stored = await store.storedPages(pages);
  for (const [index, { page, bytes }] of pages.entries()) {
    const now = stored[index] ?? null;
    if (now === null || (now.change === 0 && Buffer.compare(now.bytes, bytes) !== 0)) {
      throw new Error(`a page of area ${page.slice(0, -3)} was not stored as written; the former list stays`);
    }
  }
}

/** In the order of the pages; null where nobody is listed. */
async function formerPages(
  store: RegistrationStore,
  registry: string,
  former: FormerArea | undefined,
  pages: readonly string[],
): Promise<readonly (Uint8Array | null)[]> {
  if (former === undefined) {
    return [];
  }
  const { list } = former;
  const found = await store.storedPages(pages.map((page) => ({ registry, snapshot: list.snapshot, page })));
  return found.map((page) => {
    const held = heldPage(page, list);
    if (held === 'pointer_outdated') {
      throw new Error(`a change list for ${registry} ended while this one was imported; run it again`);
    }
    return held.bytes;
  });
}
