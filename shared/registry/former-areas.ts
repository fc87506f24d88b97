import type { AreaEntry, HeldList, RegistrationStore, RegistryHead } from './registration-ports.ts';

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
