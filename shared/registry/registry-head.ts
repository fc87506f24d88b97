import type { HeadStore, HeldList, LoadingSnapshot, RegistryHead, RetiredSnapshot } from './registration-ports.ts';

export function emptyHead(registry: string): RegistryHead {
  return { registry, revision: 0, generation: 0, lists: [], loading: [], retired: [] };
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
  const taken = new Set(list.areas);
  const lists: HeldList[] = [];
  const retired: RetiredSnapshot[] = [...head.retired];
  for (const held of head.lists) {
    const left = held.areas.filter((area) => !taken.has(area));
    const replaced = held.areas.filter((area) => taken.has(area));
    if (left.length > 0) {
      lists.push({ ...held, areas: left });
    }
    if (replaced.length > 0) {
      retired.push({ snapshot: held.snapshot, areas: replaced, retiredAt: at });
    }
  }
  return {
    ...withoutLoading(head, list.snapshot),
    generation: head.generation + 1,
    lists: [...lists, list],
    retired,
  };
}

export function withoutRetired(head: RegistryHead, removed: RetiredSnapshot): RegistryHead {
  return {
    ...head,
    retired: head.retired.filter(
      (entry) => entry.snapshot !== removed.snapshot || entry.retiredAt !== removed.retiredAt,
    ),
  };
}

const attempts = 10;

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
