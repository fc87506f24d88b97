import type {
  AreaEntry,
  AreaKey,
  PageKey,
  RegistrationStore,
  RegistryHead,
  SnapshotRecord,
} from '#shared/registry/registration-ports.ts';
import { emptyHead } from '#shared/registry/registry-head.ts';

export interface MemoryRegistrationStore extends RegistrationStore {
  /** Every stored page by `registry/snapshot/page`, in hex. */
  dump(): ReadonlyMap<string, string>;
}

const pageName = ({ registry, snapshot, page }: PageKey) => `${registry}/${snapshot}/${page}`;
const areaName = ({ registry, snapshot, area }: AreaKey) => `${registry}/${snapshot}/${area}`;

/** Held lists in memory, with the conditions of the DynamoDB store (the contract test runs over both). */
export function createMemoryRegistrationStore(): MemoryRegistrationStore {
  const heads = new Map<string, RegistryHead>();
  const pages = new Map<string, Uint8Array>();
  const areas = new Map<string, AreaEntry>();
  const records = new Map<string, SnapshotRecord>();
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
        pages.set(pageName(entry), entry.bytes);
      }
    },
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
    dump: () => new Map([...pages].map(([name, bytes]) => [name, Buffer.from(bytes).toString('hex')])),
  };
}

export class Interruption extends Error {
  override readonly name = 'Interruption';
}

/** The store as a process sees it that dies at its nth call (from 0): before it, or after it before the answer. */
export function interrupted(store: RegistrationStore, at: number, when: 'before' | 'after'): RegistrationStore {
  let calls = 0;
  const guard =
    <A extends readonly unknown[], R>(work: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
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
  return {
    heads: guard(store.heads),
    pages: guard(store.pages),
    head: guard(store.head),
    replaceHead: guard(store.replaceHead),
    storedPages: guard(store.storedPages),
    putPages: guard(store.putPages),
    removePages: guard(store.removePages),
    areas: guard(store.areas),
    putAreas: guard(store.putAreas),
    removeAreas: guard(store.removeAreas),
    snapshot: guard(store.snapshot),
    putSnapshot: guard(store.putSnapshot),
  };
}
