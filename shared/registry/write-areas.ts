import { continueKinds } from './continue-page.ts';
import { heldPage } from './held-page.ts';
import type { ImportDependencies, ImportRequest } from './import-list.ts';
import { inChunks, inParallel } from './in-chunks.ts';
import type { AreaLines } from './line-set.ts';
import type { AreaEntry, HeldKind, HeldList, PageKey, RegistrationStore, RegistryHead } from './registration-ports.ts';
import type { ArchivedArea } from './snapshot-archive.ts';
import { writeAreaFile } from './snapshot-file.ts';

/** How an area is answered today. */
export interface FormerArea {
  readonly list: HeldList;
  readonly entry: AreaEntry;
}

export async function formerAreas(
  store: RegistrationStore,
  head: RegistryHead,
  areas: readonly string[],
): Promise<ReadonlyMap<string, FormerArea>> {
  const wanted = new Set(areas);
  const held = head.lists.flatMap((list) =>
    list.areas.filter((area) => wanted.has(area)).map((area) => ({ list, area })),
  );
  const entries = await store.areas(
    held.map(({ list: { snapshot }, area }) => ({ registry: head.registry, snapshot, area })),
  );
  return new Map(
    held.map(({ list, area }, index) => {
      const entry = entries[index] ?? null;
      if (entry === null) {
        throw new Error(`the directory of area ${area} of snapshot ${list.snapshot} is missing`);
      }
      return [area, { list, entry }];
    }),
  );
}

interface NewSnapshot {
  readonly key: { readonly registry: string; readonly snapshot: string };
  readonly areas: readonly AreaLines[];
  readonly former: ReadonlyMap<string, FormerArea>;
  readonly heldKinds: readonly HeldKind[];
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
  request: ImportRequest,
  { store, archive, onProgress }: ImportDependencies,
  { key, areas, former, heldKinds }: NewSnapshot,
): Promise<Written> {
  const kinds = request.numbers.kinds();
  const others = heldKinds.filter(({ kind }) => !kinds.includes(kind));
  const plans = areas.map((entry) => {
    const held = others.length === 0 ? [] : (former.get(entry.area)?.entry.pages ?? []);
    return { ...key, ...entry, pages: [...new Set([...entry.pages, ...held])].sort() };
  });
  await store.putAreas(plans);
  const ofPages = plans.reduce((sum, { pages }) => sum + pages.length, 0);
  const files = new Map<string, ArchivedArea>();
  let written = 0;
  let blurred = 0;
  await inParallel(plans, async ({ area, pages }) => {
    const made: MadePage[] = [];
    await inChunks(pages, async (chunk) => {
      const earlier = await formerPages(store, key.registry, former.get(area), chunk);
      for (const [index, page] of chunk.entries()) {
        const encoded = continueKinds(
          {
            name: { callingCode: request.registry.callingCode, page },
            listDay: request.listDay,
            former: earlier[index] ?? null,
          },
          kinds.map((kind) => ({
            kind,
            lines: request.numbers.lines(page, kind),
            dayOf: (line) => request.numbers.day(page, line, kind),
          })),
        );
        blurred += encoded.blurred;
        made.push({ ...key, page, bytes: encoded.page });
      }
    });
    if (archive !== undefined) {
      const file = writeAreaFile(area, new Map(made.map(({ page, bytes }) => [page, bytes])));
      files.set(area, await archive.putArea({ ...key, area, change: 0 }, file));
    }
    await inChunks(made, async (chunk) => {
      await putPages(store, chunk);
      written += chunk.length;
      onProgress?.(written, ofPages);
    });
  });
  return { pages: ofPages, blurred, files: plans.flatMap(({ area }) => files.get(area) ?? []) };
}

async function putPages(store: RegistrationStore, pages: readonly MadePage[]): Promise<void> {
  await store.putPages(pages);
  const stored = await store.storedPages(pages);
  for (const [index, { page, bytes }] of pages.entries()) {
    if (Buffer.compare(stored[index]?.bytes ?? Buffer.alloc(0), bytes) !== 0) {
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
