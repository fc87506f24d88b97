import type {
  AreaEntry,
  AreaKey,
  ChangeRecord,
  PageKey,
  RegistrationStore,
  RegistryHead,
  SnapshotRecord,
  StoredPage,
} from '#shared/registry/registration-ports.ts';
import { emptyHead } from '#shared/registry/registry-head.ts';

export interface MemoryRegistrationStore extends RegistrationStore {
  /** Every stored page by `registry/snapshot/page`, in hex, and what undoes its last change. */
  dump(): ReadonlyMap<string, string>;
}

const pageName = ({ registry, snapshot, page }: PageKey) => `${registry}/${snapshot}/${page}`;
const areaName = ({ registry, snapshot, area }: AreaKey) => `${registry}/${snapshot}/${area}`;

/** Held lists in memory, with the conditions of the DynamoDB store (the contract test runs over both). */
export function createMemoryRegistrationStore(): MemoryRegistrationStore {
  const heads = new Map<string, RegistryHead>();
  const pages = new Map<string, StoredPage>();
  const areas = new Map<string, AreaEntry>();
  const records = new Map<string, SnapshotRecord>();
  const changes = new Map<string, ChangeRecord>();
  const read = async (keys: readonly PageKey[]) => keys.map((key) => pages.get(pageName(key)) ?? null);
  return {
    heads: async (registries) => registries.flatMap((registry) => heads.get(registry) ?? []),
    pages: read,
    head: async (registry) => heads.get(registry) ?? emptyHead(registry),
    async replaceHead(head) {
      if ((heads.get(head.registry)?.revision ?? 0) !== head.revision) {
        return 'outdated';
      }
      heads.set(head.registry, { ...head, revision: head.revision + 1 });
      return 'replaced';
    },
    storedPages: read,
    async putPages(entries) {
      for (const entry of entries) {
        if ((pages.get(pageName(entry))?.change ?? 0) === 0) {
          pages.set(pageName(entry), { bytes: entry.bytes, change: 0, undo: null });
        }
      }
    },
    changePages: async (entries) =>
      entries.map(({ after, bytes, change, undo, ...key }) => {
        if ((pages.get(pageName(key))?.change ?? null) !== after) {
          return 'outdated';
        }
        pages.set(pageName(key), { bytes, change, undo });
        return 'changed';
      }),
    async removePages(keys) {
      for (const key of keys) {
        pages.delete(pageName(key));
      }
    },
    areas: async (keys) => keys.map((key) => areas.get(areaName(key)) ?? null),
    async putAreas(entries) {
      for (const { registry, snapshot, area, pages, numbers, digest } of entries) {
        areas.set(areaName({ registry, snapshot, area }), { registry, snapshot, area, pages, numbers, digest });
      }
    },
    async removeAreas(keys) {
      for (const key of keys) {
        areas.delete(areaName(key));
      }
    },
    snapshot: async (registry, snapshot) => records.get(`${registry}/${snapshot}`) ?? null,
    putSnapshot: async (record) => void records.set(`${record.registry}/${record.snapshot}`, record),
    changeRecord: async (registry, change) => changes.get(`${registry}/${change}`) ?? null,
    putChangeRecord: async (record) => void changes.set(`${record.registry}/${record.change}`, record),
    dump: () => new Map([...pages].map(([name, page]) => [name, show(page)])),
  };
}

function show({ bytes, change, undo }: StoredPage): string {
  const hex = (some: Uint8Array) => Buffer.from(some).toString('hex');
  return undo === null ? hex(bytes) : `${hex(bytes)} ${change} (${undo.change} ${hex(undo.bytes)})`;
}

export class Interruption extends Error {
  override readonly name = 'Interruption';
}

/** Answers each call, or dies at it. Shared by the stores of one process, it counts the calls to all of them. */
export type Guard = <A extends readonly unknown[], R>(work: (...args: A) => Promise<R>) => (...args: A) => Promise<R>;

/** Of a process that dies at its nth call (from 0): before it, or after it before the answer. */
export function dyingAt(at: number, when: 'before' | 'after'): Guard {
  let calls = 0;
  return (work) =>
    async (...args) => {
      const call = calls;
      calls += 1;
      if (call > at || (call === at && when === 'before')) {
        throw new Interruption();
      }
      const answer = await work(...args);
      if (call === at) {
        throw new Interruption();
      }
      return answer;
    };
}

export function interrupted(store: RegistrationStore, at: number, when: 'before' | 'after'): RegistrationStore {
  return guarded(store, dyingAt(at, when));
}

export function guarded(store: RegistrationStore, guard: Guard): RegistrationStore {
  return {
    heads: guard(store.heads),
    pages: guard(store.pages),
    head: guard(store.head),
    replaceHead: guard(store.replaceHead),
    storedPages: guard(store.storedPages),
    putPages: guard(store.putPages),
    changePages: guard(store.changePages),
    removePages: guard(store.removePages),
    areas: guard(store.areas),
    putAreas: guard(store.putAreas),
    removeAreas: guard(store.removeAreas),
    snapshot: guard(store.snapshot),
    putSnapshot: guard(store.putSnapshot),
    changeRecord: guard(store.changeRecord),
    putChangeRecord: guard(store.putChangeRecord),
  };
}

/** Of a process that dies half-way through its nth write of many (from 0): the first half of it is there. */
export function tornAt(store: RegistrationStore, at: number): RegistrationStore {
  let writes = 0;
  let dead = false;
  const tear =
    <T>(write: (items: readonly T[]) => Promise<unknown>) =>
    async (items: readonly T[]) => {
      if (writes === at) {
        dead = true;
        await write(items.slice(0, items.length >> 1));
        throw new Interruption();
      }
      writes += 1;
      await write(items);
    };
  const living = guarded(store, (work) => async (...args) => {
    if (dead) {
      throw new Interruption();
    }
    return work(...args);
  });
  return {
    ...living,
    putPages: tear(living.putPages),
    removePages: tear(living.removePages),
    putAreas: tear(living.putAreas),
    removeAreas: tear(living.removeAreas),
    // What came of each page shows when they are read back.
    changePages: async (pages) => {
      await tear(living.changePages)(pages);
      return pages.map(() => 'changed');
    },
  };
}
