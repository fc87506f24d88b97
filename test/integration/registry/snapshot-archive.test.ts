import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  DamagedSnapshotError,
  type SnapshotArchive,
  type SnapshotManifest,
} from '#shared/registry/snapshot-archive.ts';
import { createSnapshotArchive } from '#shared/storage/snapshot-archive-store.ts';
import { startBucket } from '#test/support/export/bucket.ts';
import { createMemorySnapshotArchive } from '#test/support/registry/memory-snapshot-archive.ts';

let bucket: Awaited<ReturnType<typeof startBucket>>;
beforeAll(async () => {
  bucket = await startBucket();
});
afterAll(() => bucket.stop());

const file = (fill: number) => new Uint8Array(5000).map((_, at) => (at + fill) % 251);

describe.each<[string, () => SnapshotArchive]>([
  ['in memory', createMemorySnapshotArchive],
  ['in a bucket', () => createSnapshotArchive(bucket.client, bucket.bucketName)],
])('an archive of snapshots %s', (_, create) => {
  const key = (change: number, snapshot = 's1') => ({ registry: 'us-national', snapshot, change });
  const manifestOf = (change: number, areas: SnapshotManifest['areas']): SnapshotManifest => ({
    ...key(change),
    listDate: '2026-03-01',
    kinds: [{ kind: 0, listDate: '2026-03-01' }],
    areas,
  });

  it('keeps files and manifests, and reads parts of a file', async () => {
    const archive = create();
    expect(await archive.manifest(key(0))).toBeNull();
    const entry = await archive.putArea({ ...key(0), area: '1413' }, file(1));
    expect(await archive.putArea({ ...key(0), area: '1413' }, file(1))).toEqual(entry);
    expect(entry).toMatchObject({ area: '1413', bytes: 5000, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(Buffer.from(await archive.read(entry.object))).toEqual(Buffer.from(file(1)));
    expect(Buffer.from(await archive.read(entry.object, { from: 100, to: 300 }))).toEqual(
      Buffer.from(file(1).subarray(100, 300)),
    );
    expect(await archive.read(entry.object, { from: 4990, to: 9000 })).toHaveLength(10);
    await archive.putManifest(manifestOf(0, [entry]));
    expect(await archive.manifest(key(0))).toEqual(manifestOf(0, [entry]));
    await expect(archive.read(`${entry.object}x`)).rejects.toThrow(DamagedSnapshotError);
  });

  it('erases what no kept manifest names, of earlier changes and of this snapshot only', async () => {
    const archive = create();
    const first = await archive.putArea({ ...key(0), area: '1202' }, file(1));
    const old = await archive.putArea({ ...key(0), area: '1617' }, file(2));
    const second = await archive.putArea({ ...key(4), area: '1617' }, file(3));
    const running = await archive.putArea({ ...key(9), area: '1617' }, file(4));
    const neighbour = await archive.putArea({ ...key(0, 's10'), area: '1617' }, file(5));
    await archive.putManifest(manifestOf(0, [first, old]));
    await archive.putManifest(manifestOf(4, [first, second]));
    await archive.erase(key(0), { before: 9, keep: [manifestOf(4, [first, second])] });
    expect(await archive.manifest(key(0))).toBeNull();
    expect(await archive.manifest(key(4))).not.toBeNull();
    await expect(archive.read(old.object)).rejects.toThrow();
    for (const { object } of [first, second, running, neighbour]) {
      expect(await archive.read(object)).toHaveLength(5000);
    }
    await archive.erase(key(0));
    await expect(archive.read(running.object)).rejects.toThrow();
    expect(await archive.read(neighbour.object)).toHaveLength(5000);
  });
});
