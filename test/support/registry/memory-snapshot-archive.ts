import { createHash } from 'node:crypto';
import {
  type ArchivedArea,
  DamagedSnapshotError,
  type SnapshotArchive,
  type SnapshotManifest,
} from '#shared/registry/snapshot-archive.ts';
import { changeOfSnapshotObject, snapshotAreaKey, snapshotManifestKey, snapshotObjects } from '#shared/storage/keys.ts';
import type { Guard } from '../memory-registration-store.ts';

export interface MemorySnapshotArchive extends SnapshotArchive {
  /** SHA-256 by object. */
  dump(): ReadonlyMap<string, string>;
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Snapshots in memory. Fails if an object would be written twice with different content. */
export function createMemorySnapshotArchive(): MemorySnapshotArchive {
  const objects = new Map<string, Uint8Array>();
  const put = (object: string, bytes: Uint8Array) => {
    const before = objects.get(object);
    if (before !== undefined && Buffer.compare(before, bytes) !== 0) {
      throw new Error(`${object} was written before, with other content`);
    }
    objects.set(object, bytes);
  };
  return {
    async manifest(key) {
      const bytes = objects.get(snapshotManifestKey(key));
      const manifest: SnapshotManifest | null = bytes === undefined ? null : JSON.parse(Buffer.from(bytes).toString());
      return manifest;
    },
    async read(object, range) {
      const bytes = objects.get(object);
      if (bytes === undefined) {
        throw new DamagedSnapshotError(`there is no ${object}`);
      }
      return range === undefined ? bytes : bytes.subarray(range.from, range.to);
    },
    async putArea(key, file): Promise<ArchivedArea> {
      const object = snapshotAreaKey(key);
      put(object, file);
      return { area: key.area, object, bytes: file.length, sha256: sha256(file) };
    },
    putManifest: async (manifest) => put(snapshotManifestKey(manifest), Buffer.from(JSON.stringify(manifest))),
    async erase(snapshot, { before, keep } = { before: Number.POSITIVE_INFINITY, keep: [] }) {
      const kept = new Set(keep.flatMap(snapshotObjects));
      for (const object of objects.keys()) {
        const change = changeOfSnapshotObject(snapshot, object);
        if (change !== null && change < before && !kept.has(object)) {
          objects.delete(object);
        }
      }
    },
    dump: () => new Map([...objects].map(([object, bytes]) => [object, sha256(bytes)])),
  };
}

/** The archive of a process that dies; its calls count with those to the store. */
export function guardedArchive(archive: SnapshotArchive, guard: Guard): SnapshotArchive {
  return {
    manifest: guard(archive.manifest),
    read: guard(archive.read),
    putArea: guard(archive.putArea),
    putManifest: guard(archive.putManifest),
    erase: guard(archive.erase),
  };
}
