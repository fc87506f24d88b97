import type {
  BegunChange,
  HeadStore,
  HeldList,
  LoadingSnapshot,
  RegistryHead,
  RetiredSnapshot,
} from './registration-ports.ts';

export function emptyHead(registry: string): RegistryHead {
  return { registry, revision: 0, generation: 0, lists: [], loading: [], retired: [], changing: [] };
}

export function withLoading(head: RegistryHead, loading: LoadingSnapshot): RegistryHead {
  return {
    ...withoutLoading(head, loading.snapshot),
    loading: [...withoutLoading(head, loading.snapshot).loading, loading],
  };
}

export function withoutLoading(head: RegistryHead, snapshot: string): RegistryHead {
  return { ...head, loading: head.loading.filter((entry) => entry.snapshot !== snapshot) };
}

/** Answers the list's areas from it; what other lists said about these areas is retired, the rest of them stays. */
export function withList(head: RegistryHead, list: HeldList, at: string): RegistryHead {
  const { left, taken } = withoutAreas(head.lists, list.areas);
  // Some of what was to change is no longer there.
  const given = head.changing.filter(({ areas }) => overlap(areas, list.areas));
  return {
    ...withoutLoading(head, list.snapshot),
    generation: head.generation + 1,
    lists: [...withVoided(left, given), list],
    retired: [...head.retired, ...taken.map((held) => ({ ...held, retiredAt: at }))],
    changing: head.changing.filter((begun) => !given.includes(begun)),
  };
}

/**
 * Announces a change list; its number is the revision that this makes. Another one that was begun for some of the same
 * areas is given up: whatever it wrote does not count, now or ever.
 */
export function withBegun(head: RegistryHead, begun: Omit<BegunChange, 'change'>): RegistryHead {
  const given = head.changing.filter(({ areas }) => overlap(areas, begun.areas));
  return {
    ...head,
    changing: [...head.changing.filter((each) => !given.includes(each)), { ...begun, change: head.revision + 1 }],
    lists: withVoided(head.lists, given),
  };
}

/** What these change lists wrote on pages of the lists never counts. */
function withVoided(lists: readonly HeldList[], given: readonly BegunChange[]): readonly HeldList[] {
  return lists.map((list) => ({
    ...list,
    voided: [...list.voided, ...given.filter(({ areas }) => overlap(areas, list.areas)).map(({ change }) => change)],
  }));
}

/** A begun change list counts from now on. Null if it was given up, or its lists have been replaced, meanwhile. */
export function withChange(head: RegistryHead, begun: BegunChange): RegistryHead | null {
  if (!head.changing.some(({ change }) => change === begun.change)) {
    return null;
  }
  const { left, taken } = withoutAreas(head.lists, begun.areas);
  const changed = taken.map((list) => ({
    ...list,
    listDate: begun.listDate > list.listDate ? begun.listDate : list.listDate,
    kinds: list.kinds.map((held) =>
      begun.kinds.includes(held.kind) ? { kind: held.kind, listDate: begun.listDate } : held,
    ),
    change: begun.change,
    changeDigest: begun.digest,
  }));
  return {
    ...head,
    generation: head.generation + 1,
    lists: [...left, ...joined(changed)],
    changing: head.changing.filter(({ change }) => change !== begun.change),
  };
}

/** Parts of a snapshot that change lists of single areas had set apart, and that are now answered alike again. */
function joined(lists: readonly HeldList[]): readonly HeldList[] {
  const alike = Map.groupBy(lists, ({ areas, ...said }) => JSON.stringify(said));
  return [...alike.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [{ ...first, areas: [first, ...others].flatMap(({ areas }) => areas).sort() }],
  );
}

/** The lists without these areas, and what they are for these areas. */
function withoutAreas(
  lists: readonly HeldList[],
  areas: readonly string[],
): { readonly left: readonly HeldList[]; readonly taken: readonly HeldList[] } {
  const wanted = new Set(areas);
  const part = (takes: boolean) =>
    lists
      .map((list) => ({ ...list, areas: list.areas.filter((area) => wanted.has(area) === takes) }))
      .filter((list) => list.areas.length > 0);
  return { left: part(false), taken: part(true) };
}

function overlap(one: readonly string[], other: readonly string[]): boolean {
  const areas = new Set(one);
  return other.some((area) => areas.has(area));
}

export function withoutRetired(head: RegistryHead, removed: RetiredSnapshot): RegistryHead {
  return {
    ...head,
    retired: head.retired.filter((entry) => !isSame(entry, removed)),
  };
}

export function isSame(one: RetiredSnapshot, other: RetiredSnapshot): boolean {
  return (
    one.snapshot === other.snapshot && one.retiredAt === other.retiredAt && one.areas.join() === other.areas.join()
  );
}

/** Files of single area codes end by the dozen at once; each that fails means that another got through. */
const attempts = 50;

/** Changes the head whatever others change meanwhile; null from `change` gives up and changes nothing. */
export async function changeHead(
  store: HeadStore,
  registry: string,
  change: (head: RegistryHead) => RegistryHead | null,
): Promise<'changed' | 'given_up'> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const next = change(await store.head(registry));
    if (next === null) {
      return 'given_up';
    }
    if ((await store.replaceHead(next)) === 'replaced') {
      return 'changed';
    }
  }
  throw new Error(`the pointer of ${registry} changed ${attempts} times while this tried to`);
}
