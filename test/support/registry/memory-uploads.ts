import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { loadArea } from '#shared/registry/uploads/load-area.ts';
import { readUploadedList } from '#shared/registry/uploads/read-uploaded-list.ts';
import type { UploadDependencies } from '#shared/registry/uploads/upload-dependencies.ts';
import { uploadObject } from '#shared/registry/uploads/upload-place.ts';
import type {
  AreaErrand,
  Declaration,
  ImportRecords,
  ListImport,
  LoadedArea,
  StagedAreas,
  UploadedLists,
} from '#shared/registry/uploads/upload-ports.ts';
import { createMemoryRegistrationStore, type Guard, guarded } from '../memory-registration-store.ts';
import { listFile } from './list-file.ts';
import { createMemorySnapshotArchive, guardedArchive } from './memory-snapshot-archive.ts';

/** The same records; each call goes through the guard. */
export function guardedImports(imports: ImportRecords, guard: Guard): ImportRecords {
  return {
    find: guard(imports.find),
    list: guard(imports.list),
    begin: guard(imports.begin),
    change: guard(imports.change),
    areaDone: guard(imports.areaDone),
  };
}

/** The same staged areas; each call goes through the guard. */
export function guardedStaged(staged: StagedAreas, guard: Guard): StagedAreas {
  return {
    put: guard(staged.put),
    get: guard(staged.get),
    putLoaded: guard(staged.putLoaded),
    loaded: guard(staged.loaded),
    erase: guard(staged.erase),
  };
}

/** Records of imports with the conditions of the DynamoDB store (the contract test runs over both). */
export function createMemoryImportRecords(): ImportRecords {
  const all = new Map<string, ListImport>();
  const add = (one: ListImport, { read, write }: { readonly read: number; readonly write: number }): ListImport => ({
    ...one,
    units: { read: one.units.read + read, write: one.units.write + write },
  });
  return {
    find: async (id) => all.get(id) ?? null,
    list: async () => [...all.values()].sort((one, other) => (one.startedAt < other.startedAt ? 1 : -1)),
    async begin(fresh) {
      const before = all.get(fresh.id);
      if (before === undefined || before.endedAt !== null) {
        all.set(fresh.id, fresh);
      }
    },
    async change({ id, startedAt }, from, change, units = { read: 0, write: 0 }) {
      const before = all.get(id);
      if (before === undefined || before.startedAt !== startedAt || !from.includes(before.state)) {
        return 'outdated';
      }
      all.set(id, add({ ...before, ...change }, units));
      return 'changed';
    },
    async areaDone(id, snapshot, area, units) {
      const before = all.get(id);
      if (before?.state !== 'loading' || before.plan?.snapshot !== snapshot) {
        return null;
      }
      const done = [...new Set([...before.done, area])].sort();
      all.set(id, add({ ...before, done }, units));
      return done;
    },
  };
}

function createMemoryStagedAreas(): StagedAreas & { readonly size: () => number } {
  const lines = new Map<string, Uint8Array>();
  const loaded = new Map<string, LoadedArea>();
  return {
    put: async (id, area, bytes) => void lines.set(`${id}/${area}`, bytes),
    get: async (id, area) => lines.get(`${id}/${area}`) ?? null,
    putLoaded: async (id, snapshot, area, result) => void loaded.set(`${id}/${snapshot}/${area}`, result),
    loaded: async (id, snapshot, area) => loaded.get(`${id}/${snapshot}/${area}`) ?? null,
    async erase(id) {
      for (const all of [lines, loaded]) {
        for (const key of all.keys()) {
          if (key.startsWith(`${id}/`)) {
            all.delete(key);
          }
        }
      }
    },
    size: () => lines.size + loaded.size,
  };
}

interface Upload {
  readonly content: string | Uint8Array;
  readonly told: Readonly<Record<string, string>>;
  readonly uploadedAt: string;
}

/** A deployment in memory to which lists are uploaded: what lies in its stores and waits on its queues. */
export function createUploadWorld(start = '2026-04-02T12:00:00Z') {
  const store = createMemoryRegistrationStore();
  const archive = createMemorySnapshotArchive();
  const imports = createMemoryImportRecords();
  const staged = createMemoryStagedAreas();
  const uploads = new Map<string, Upload>();
  const declarations = new Map<string, Declaration>();
  const events: string[] = [];
  const errands: AreaErrand[] = [];
  let time = Date.parse(start);

  const lists: UploadedLists = {
    async open(object) {
      const upload = uploads.get(object);
      if (upload === undefined) {
        return null;
      }
      const { content, told, uploadedAt } = upload;
      const tag = createHash('sha256').update(content).digest('hex');
      return { file: listFile(content, object.split('/').at(-1)), tag, uploadedAt, told };
    },
    async erase(object, { tag, uploadedAt, told }) {
      const there = await lists.open(object);
      if (there !== null && isDeepStrictEqual([there.tag, there.uploadedAt, there.told], [tag, uploadedAt, told])) {
        uploads.delete(object);
      }
    },
  };

  /** What one process sees; each call of it goes through the guard. */
  const process = (guard: Guard = (work) => work): UploadDependencies => ({
    store: guarded(store, guard),
    archive: guardedArchive(archive, guard),
    imports: guardedImports(imports, guard),
    staged: guardedStaged(staged, guard),
    uploads: {
      open: guard(lists.open),
      erase: guard(lists.erase),
    },
    declarations: {
      find: guard(async (registry: string) => declarations.get(registry) ?? null),
      put: guard(async (declaration: Declaration) => void declarations.set(declaration.registry, declaration)),
    },
    queue: { send: guard(async (some: readonly AreaErrand[]) => void errands.push(...some)) },
    units: () => ({ read: 0, write: 0 }),
    now: () => new Date(time),
    millisecondsLeft: () => 900_000,
  });

  return {
    store,
    archive,
    imports,
    staged,
    uploads,
    events,
    errands,
    process,
    pass: (milliseconds: number) => {
      time += milliseconds;
    },
    declare: (registry = 'us-national', entitlement = { subscription: 'synthetic', basis: 'test' }) =>
      void declarations.set(registry, { registry, ...entitlement, declaredAt: start, madeUpLists: false }),
    upload(
      file: string,
      content: string | Uint8Array,
      told: Readonly<Record<string, string>> = {},
      registry = 'us-national',
    ) {
      time += 1000;
      const object = uploadObject({ registry, file });
      uploads.set(object, { content, told, uploadedAt: new Date(time).toISOString() });
      events.push(object);
    },
    /** Works off the queues; a message leaves its queue when it was worked off. */
    async work(deps: UploadDependencies = process()): Promise<void> {
      for (const object of [...events]) {
        const outcome = await readUploadedList(object, deps);
        events.splice(events.indexOf(object), 1);
        if (outcome.kind === 'waiting') {
          events.push(object);
        }
      }
      while (errands.length > 0) {
        await loadArea(errands[0] ?? { importId: '', area: '' }, deps);
        errands.shift();
      }
    },
    async last(): Promise<ListImport> {
      const [newest] = await imports.list();
      if (newest === undefined) {
        throw new Error('nothing was imported');
      }
      return newest;
    },
  };
}

export type UploadWorld = ReturnType<typeof createUploadWorld>;
