import { inChunks } from './in-chunks.ts';
import { pageOfArea, pagesOfAnArea } from './page-address.ts';
import type { AreaKey, LoadingSnapshot, RegistrationStore, RegistryHead } from './registration-ports.ts';
import { changeHead, isSame, withoutLoading, withoutRetired } from './registry-head.ts';
import type { SnapshotArchive } from './snapshot-archive.ts';

/** Look-ups follow a pointer for up to five minutes (registryPointerSeconds); nothing they may still read is removed. */
export const keepRetiredMinutes = 10;
/** Longer than any import runs: what is still loading then was interrupted and never taken up again. */
const keepLoadingMinutes = 24 * 60;

interface Stores {
  readonly store: RegistrationStore;
  readonly archive?: SnapshotArchive | undefined;
}

/**
 * Removes what nobody reads any more. A former list stays until the next import, which by then has found the new one in
 * order: it reads all of it that it continues. Interrupted, the next call finishes it. Answers how many pages went.
 */
export async function cleanSnapshots(stores: Stores, registry: string, now: Date): Promise<number> {
  const { store, archive } = stores;
  const before = (minutes: number) => new Date(now.getTime() - minutes * 60_000).toISOString();
  const head = await store.head(registry);
  let removed = 0;
  for (const retired of head.retired.filter((entry) => entry.retiredAt <= before(keepRetiredMinutes))) {
    removed += await removeAreas(store, registry, retired);
    const { lists, retired: others } = await store.head(registry);
    const used = [...lists, ...others.filter((each) => !isSame(each, retired))];
    // Files of a snapshot go together, once none of its areas is answered from it.
    if (!used.some(({ snapshot }) => snapshot === retired.snapshot)) {
      await archive?.erase({ registry, snapshot: retired.snapshot });
    }
    await changeHead(store, registry, (current) => withoutRetired(current, retired));
  }
  const abandoned = head.loading.length === 0 ? [] : await giveUp(store, registry, before(keepLoadingMinutes));
  for (const loading of abandoned) {
    removed += await removeAreas(store, registry, loading);
    await archive?.erase({ registry, snapshot: loading.snapshot });
    await changeHead(store, registry, (current) => withoutLoading(current, loading.snapshot));
  }
  return removed;
}

/**
 * Marks what has been loading since then or earlier, before anything of it is removed: from then on the pointer cannot move
 * to it, should its import go on after all; and with the generation the id of its snapshot never comes back.
 */
async function giveUp(store: RegistrationStore, registry: string, since: string): Promise<readonly LoadingSnapshot[]> {
  await markGivenUp(store, registry, ({ startedAt }) => startedAt <= since);
  return (await store.head(registry)).loading.filter(({ givenUp }) => givenUp === true);
}

/** Of a list to which the pointer can no longer move, as something else came to answer: the next import clears it away. */
export async function giveUpList(store: RegistrationStore, registry: string, snapshot: string): Promise<void> {
  await markGivenUp(store, registry, (loading) => loading.snapshot === snapshot);
}

async function markGivenUp(
  store: RegistrationStore,
  registry: string,
  isIt: (loading: LoadingSnapshot) => boolean,
): Promise<void> {
  await changeHead(store, registry, (head) => {
    const isMarked = (each: LoadingSnapshot) => each.givenUp !== true && isIt(each);
    if (!head.loading.some(isMarked)) {
      return null;
    }
    const loading = head.loading.map((each) => (isMarked(each) ? { ...each, givenUp: true as const } : each));
    return { ...head, generation: head.generation + 1, loading };
  });
}

/** Whether a snapshot answers, did until lately, or may still come to answer; nothing else of it is kept. */
export function isWanted({ lists, retired, loading }: RegistryHead, snapshot: string): boolean {
  const wanted = [...lists, ...retired, ...loading.filter(({ givenUp }) => givenUp !== true)];
  return wanted.some((each) => each.snapshot === snapshot);
}

/**
 * Removes what an import wrote of a list that had been given up before: whoever cleared it away may have passed these areas by
 * then. Which pages were written may no longer be known, so all that there may be are looked for.
 */
export async function removeWrittenLate(
  { store, archive }: Stores,
  registry: string,
  { snapshot, areas }: { readonly snapshot: string; readonly areas: readonly string[] },
): Promise<void> {
  if (isWanted(await store.head(registry), snapshot)) {
    return;
  }
  for (const area of areas) {
    const names = Array.from({ length: pagesOfAnArea }, (_, exchange) => pageOfArea(area, exchange));
    await inChunks(names, async (chunk) => {
      const keys = chunk.map((page) => ({ registry, snapshot, page }));
      const stored = await store.storedPages(keys);
      await store.removePages(keys.filter((_, index) => stored[index] !== null));
    });
  }
  await store.removeAreas(areas.map((area) => ({ registry, snapshot, area })));
  await archive?.erase({ registry, snapshot });
}

async function removeAreas(
  store: RegistrationStore,
  registry: string,
  gone: { readonly snapshot: string; readonly areas: readonly string[] },
): Promise<number> {
  const { snapshot } = gone;
  const keys = gone.areas.map((area): AreaKey => ({ registry, snapshot, area }));
  let removed = 0;
  for (const entry of await store.areas(keys)) {
    const pages = (entry?.pages ?? []).map((page) => ({ registry, snapshot, page }));
    await inChunks(pages, (chunk) => store.removePages(chunk));
    removed += pages.length;
  }
  await store.removeAreas(keys);
  return removed;
}
