import { type BegunList, formerDigest, isLoading } from './begin-list.ts';
import type { RegistrationStore, RegistryHead, SnapshotRecord } from './registration-ports.ts';
import { changeHead, withList } from './registry-head.ts';
import type { ArchivedArea, SnapshotArchive } from './snapshot-archive.ts';

interface ListToFinish {
  readonly list: Omit<BegunList, 'areas'> & { readonly areas: readonly string[] };
  /** Of each area, in their order; empty without an archive. */
  readonly files: readonly ArchivedArea[];
  readonly record: SnapshotRecord;
}

/**
 * Moves the pointer to a list of which all areas are written: last, as a whole, and only if nothing else became of these areas
 * since it was begun, and it was not given up (clean-snapshots.ts), with which its pages go. `superseded` otherwise. To finish
 * once more changes nothing.
 */
export async function finishList(
  { list, files, record }: ListToFinish,
  stores: {
    readonly store: RegistrationStore;
    readonly archive?: SnapshotArchive | undefined;
    readonly now: () => Date;
  },
): Promise<'finished' | 'superseded'> {
  const { store, archive, now } = stores;
  const { registry } = record;
  const { snapshot, listDate, heldKinds: kinds, areas, former } = list;
  // Whoever finished first, or was told nothing of it: what is answered from, or was, is never written again.
  if (hasAnswered(await store.head(registry), snapshot)) {
    return 'finished';
  }
  await archive?.putManifest({ registry, snapshot, change: 0, listDate, kinds, areas: files });
  await store.putSnapshot(record);
  const held = {
    snapshot,
    listDate: kinds.reduce((latest, kind) => (kind.listDate > latest ? kind.listDate : latest), listDate),
    areas,
    kinds,
    change: 0,
    voided: [],
    changeDigest: null,
  };
  const moved = await changeHead(store, registry, (current) =>
    !hasAnswered(current, snapshot) && isLoading(current, snapshot) && formerDigest(current, areas) === former
      ? withList(current, held, now().toISOString())
      : null,
  );
  return moved === 'changed' || hasAnswered(await store.head(registry), snapshot) ? 'finished' : 'superseded';
}

/** Whether the pointer has come to a snapshot, though it may have moved on. */
export function hasAnswered({ lists, retired }: RegistryHead, snapshot: string): boolean {
  return [...lists, ...retired].some((list) => list.snapshot === snapshot);
}
