import { createHash } from 'node:crypto';
import { type FormerArea, formerAreas } from './former-areas.ts';
import { coveredKinds, heldKindsAfter } from './held-kinds.ts';
import { heldNumbers } from './held-numbers.ts';
import type { AreaLines } from './line-set.ts';
import { formatListDay, type ListDay } from './list-day.ts';
import { objectToList } from './list-objections.ts';
import type { ListKind } from './page-kinds.ts';
import type { AreaEntry, HeldKind, RegistrationStore, RegistryHead } from './registration-ports.ts';
import { changeHead, withLoading } from './registry-head.ts';

export interface ListToBegin {
  readonly registry: string;
  readonly listDay: ListDay;
  /** What the list carries, ascending; `kinds` those it has entries of. */
  readonly areas: readonly AreaLines[];
  readonly kinds: readonly ListKind[];
  readonly acceptShrink: boolean;
}

/** A full list that was judged and announced: its areas can be written, in any order and by anybody. */
export interface BegunList {
  readonly snapshot: string;
  readonly listDate: string;
  /** What is answered for once the pointer has moved. */
  readonly heldKinds: readonly HeldKind[];
  /** Directories, as they are stored. */
  readonly areas: readonly AreaEntry[];
  /** What answered for these areas when it was begun (`formerDigest`): it must be the same when the pointer moves. */
  readonly former: string;
}

export type BeginOutcome =
  | { readonly kind: 'begun'; readonly list: BegunList; readonly former: ReadonlyMap<string, FormerArea> }
  | { readonly kind: 'already_current' }
  | { readonly kind: 'refused'; readonly message: string };

interface Stores {
  readonly store: RegistrationStore;
  readonly now: () => Date;
}

/** Files of single area codes are begun by the dozen at once. */
const attempts = 50;

/** Judges a full list against what is held and announces it, directories included. The same list again is the same one. */
export async function beginList(list: ListToBegin, stores: Stores): Promise<BeginOutcome> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const outcome = await tryToBegin(list, stores);
    if (outcome !== 'outdated') {
      return outcome;
    }
  }
  throw new Error(`the pointer of ${list.registry} changed ${attempts} times while a list was begun`);
}

async function tryToBegin(
  { registry, listDay, areas, kinds: found, acceptShrink }: ListToBegin,
  { store, now }: Stores,
): Promise<BeginOutcome | 'outdated'> {
  const listDate = formatListDay(listDay);
  const kinds = coveredKinds(found);
  const head = await store.head(registry);
  const carried = areas.map(({ area }) => area);
  const former = await formerAreas(store, head, carried);
  const held = await heldNumbers(store, registry, former, kinds);
  if (held === null) {
    return 'outdated';
  }
  const objection = objectToList({ areas, former, heldNumbers: held, listDate, kinds, acceptShrink });
  if (objection !== null) {
    return { kind: 'refused', message: objection };
  }
  const isCurrent = areas.every(({ area, digest }) => {
    const before = former.get(area);
    return before !== undefined && before.entry.digest === digest && answersAsLoaded(before, kinds, listDate);
  });
  if (isCurrent) {
    return { kind: 'already_current' };
  }
  const snapshot = snapshotId(listDate, head.generation, areas);
  const startedAt = now().toISOString();
  // Under this generation no list has this id that was given up; one of an earlier generation may have been meanwhile.
  const announced = await changeHead(store, registry, (current) =>
    current.generation === head.generation || isLoading(current, snapshot)
      ? withLoading(current, { snapshot, areas: carried, startedAt })
      : null,
  );
  if (announced === 'given_up') {
    return 'outdated';
  }
  const heldKinds = heldKindsAfter({ kinds, listDate }, carried, former);
  const stay = heldKinds.some(({ kind }) => !found.includes(kind));
  const entries = areas.map((entry): AreaEntry => {
    const others = stay ? (former.get(entry.area)?.entry.pages ?? []) : [];
    return { ...entry, registry, snapshot, pages: [...new Set([...entry.pages, ...others])].sort() };
  });
  await store.putAreas(entries);
  const list = { snapshot, listDate, heldKinds, areas: entries, former: formerDigest(head, carried) };
  return { kind: 'begun', list, former };
}

/** Whether the pointer can still come to it. */
export function isLoading({ loading }: RegistryHead, snapshot: string): boolean {
  return loading.some((each) => each.snapshot === snapshot && each.givenUp !== true);
}

/** Equal as long as these areas are answered from the same lists with the same changes. SHA-256, hex. */
export function formerDigest({ lists }: RegistryHead, areas: readonly string[]): string {
  const wanted = new Set(areas);
  const held = lists.flatMap((list) =>
    list.areas.filter((area) => wanted.has(area)).map((area) => `${area}:${list.snapshot}:${list.change}`),
  );
  return createHash('sha256').update(held.sort().join('|')).digest('hex');
}

/** Whether what is held for an area is a full list of that date, without changes since. */
function answersAsLoaded({ list }: FormerArea, kinds: readonly number[], listDate: string): boolean {
  return (
    list.change === 0 &&
    kinds.every((kind) => list.kinds.some((held) => held.kind === kind && held.listDate === listDate))
  );
}

/** The same list over the same former lists has the same id; once the pointer has moved, no id comes back. */
function snapshotId(listDate: string, generation: number, areas: readonly { area: string; digest: string }[]): string {
  const hash = createHash('sha256').update(String(generation));
  for (const { area, digest } of areas) {
    hash.update(`|${area}:${digest}`);
  }
  return `${listDate.replaceAll('-', '')}-${hash.digest('hex').slice(0, 8)}`;
}
