import { heldPage } from './held-page.ts';
import { inChunks, inParallel } from './in-chunks.ts';
import { areaOfPage } from './page-address.ts';
import type { ListKind } from './page-kinds.ts';
import { readArchivedArea } from './read-snapshot.ts';
import type { BegunChange, HeldKind, HeldList, RegistrationStore } from './registration-ports.ts';
import type { RegistryDefinition } from './registries.ts';
import type { ArchivedArea, SnapshotArchive } from './snapshot-archive.ts';
import { writeAreaFile } from './snapshot-file.ts';

interface Subject {
  readonly registry: RegistryDefinition;
  /** Those of which areas are brought up to date. */
  readonly lists: readonly HeldList[];
  readonly begun: BegunChange;
}

/** The files of the areas that a change list brings up to date, as they are before it. */
export interface AreaFiles {
  archived(area: string): ArchivedArea | undefined;
  page(name: string): Uint8Array | null;
  /** Reads the area's file unless it has been read. */
  load(area: string): Promise<ReadonlyMap<string, Uint8Array>>;
}

/** A list that was loaded when there was no archive gets its files now, from the serving copy. */
export async function areaFilesOf(
  { registry, lists, begun }: Subject,
  touched: ReadonlySet<string>,
  { store, archive }: { readonly store: RegistrationStore; readonly archive: SnapshotArchive },
): Promise<AreaFiles> {
  const wanted = new Set(begun.areas);
  const archived = new Map<string, ArchivedArea>();
  const pages = new Map<string, ReadonlyMap<string, Uint8Array>>();
  for (const list of lists) {
    const key = { registry: registry.id, snapshot: list.snapshot, change: list.change };
    const held = new Map((await archive.manifest(key))?.areas.map((each) => [each.area, each]));
    const areas = list.areas.filter((area) => wanted.has(area));
    await inParallel(areas, async (area) => {
      const known = held.get(area);
      archived.set(area, known ?? (await archive.putArea({ ...key, area }, await fileOf(store, registry, list, area))));
    });
  }
  const load = async (area: string) => {
    const entry = archived.get(area);
    const read = pages.get(area) ?? (entry === undefined ? new Map() : await readArchivedArea(archive, entry));
    pages.set(area, read);
    return read;
  };
  await inParallel([...touched], async (area) => void (await load(area)));
  return {
    archived: (area) => archived.get(area),
    page: (name) => pages.get(areaOfPage(name))?.get(name) ?? null,
    load,
  };
}

/** Writes the new files and the manifest of each snapshot as the change list leaves it. */
export async function writeChangedFiles(
  {
    registry,
    lists,
    begun,
    files,
    changed,
  }: Subject & {
    readonly files: AreaFiles;
    readonly changed: ReadonlyMap<string, Uint8Array>;
  },
  archive: SnapshotArchive,
): Promise<void> {
  const byArea = Map.groupBy(changed, ([page]) => areaOfPage(page));
  const wanted = new Set(begun.areas);
  const snapshots = Map.groupBy(
    lists.map((list) => ({ ...list, areas: list.areas.filter((area) => wanted.has(area)) })),
    ({ snapshot }) => snapshot,
  );
  for (const [snapshot, parts] of snapshots) {
    const key = { registry: registry.id, snapshot, change: begun.change };
    const areas = parts.flatMap((part) => part.areas).sort();
    const written = new Map<string, ArchivedArea>();
    await inParallel(areas, async (area) => {
      const pages = byArea.get(area);
      const before = files.archived(area);
      const entry =
        pages === undefined
          ? before
          : await archive.putArea(
              { ...key, area },
              writeAreaFile(area, new Map([...(await files.load(area)), ...pages])),
            );
      if (entry !== undefined) {
        written.set(area, entry);
      }
    });
    await archive.putManifest({
      ...key,
      listDate: parts.reduce((latest, { listDate }) => (listDate > latest ? listDate : latest), begun.listDate),
      kinds: kindsTogether(parts).map((held) =>
        begun.kinds.includes(held.kind) ? { kind: held.kind, listDate: begun.listDate } : held,
      ),
      areas: areas.flatMap((area) => written.get(area) ?? []),
    });
  }
}

/** The kinds of a snapshot, each as of the list that told it for all of these areas. */
function kindsTogether(parts: readonly HeldList[]): readonly HeldKind[] {
  const dates = new Map<ListKind, string>();
  for (const { kind, listDate } of parts.flatMap(({ kinds }) => kinds)) {
    const before = dates.get(kind);
    dates.set(kind, before === undefined || listDate < before ? listDate : before);
  }
  return [...dates].map(([kind, listDate]) => ({ kind, listDate })).sort((a, b) => a.kind - b.kind);
}

/** Files stay while a list is answered from them, and those it was answered from before its last change. */
export async function eraseSuperseded(
  { registry: { id: registry }, lists: former, begun }: Subject,
  { store, archive }: { readonly store: RegistrationStore; readonly archive: SnapshotArchive },
): Promise<void> {
  const head = await store.head(registry);
  const before = Math.min(begun.change, ...head.changing.map(({ change }) => change));
  for (const snapshot of new Set(former.map((list) => list.snapshot))) {
    const used = [...head.lists, ...head.retired, ...former].filter((list) => list.snapshot === snapshot);
    const changes = [...new Set(used.map(({ change }) => change))];
    const manifests = await Promise.all(changes.map((change) => archive.manifest({ registry, snapshot, change })));
    await archive.erase({ registry, snapshot }, { before, keep: manifests.filter((each) => each !== null) });
  }
}

async function fileOf(
  store: RegistrationStore,
  registry: RegistryDefinition,
  list: HeldList,
  area: string,
): Promise<Uint8Array> {
  const [entry] = await store.areas([{ registry: registry.id, snapshot: list.snapshot, area }]);
  const pages = new Map<string, Uint8Array>();
  await inChunks(entry?.pages ?? [], async (chunk) => {
    const keys = chunk.map((page) => ({ registry: registry.id, snapshot: list.snapshot, page }));
    for (const [index, stored] of (await store.storedPages(keys)).entries()) {
      const held = heldPage(stored, list);
      const name = chunk[index];
      if (held !== 'pointer_outdated' && held.bytes !== null && name !== undefined) {
        pages.set(name, held.bytes);
      }
    }
  });
  return writeAreaFile(area, pages);
}
