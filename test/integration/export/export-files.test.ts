import { createHash, randomBytes } from 'node:crypto';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ExportArchive, ExportFiles } from '#shared/export/export-archive.ts';
import type { ExportManifest } from '#shared/export/export-schemas.ts';
import { addressSeconds, createExportArchive } from '#shared/storage/export-archive.ts';
import { createExportFiles } from '#shared/storage/export-files.ts';
import { startBucket } from '#test/support/export/bucket.ts';
import { fakeArchive } from '#test/support/export/fake-archive.ts';

let bucket: Awaited<ReturnType<typeof startBucket>>;
beforeAll(async () => {
  bucket = await startBucket();
});
afterAll(() => bucket.stop());

const now = () => new Date('2026-11-21T12:00:00Z');
const idOf = (day: number): string => `202611${String(day).padStart(2, '0')}T120000000Z`;

function aManifest(id: string): ExportManifest {
  return {
    schemaVersion: '1.0.0',
    dataset: 'offenders',
    id,
    mode: 'full',
    generatedAt: '2026-11-21T12:00:00.000Z',
    rows: 0,
    filters: { minReporters: 3 },
    excluded: { tooFewReporters: 0 },
    notice: 'unverified reports',
    files: [],
  };
}

async function* chunksOf(...chunks: (Uint8Array | Error)[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) {
    if (chunk instanceof Error) {
      throw chunk;
    }
    yield chunk;
  }
}

const kinds: Record<string, () => { files: ExportFiles; archive: ExportArchive }> = {
  'the fake': () => {
    const archive = fakeArchive();
    return { files: archive, archive };
  },
  'the bucket': () => ({
    files: createExportFiles(bucket.client, bucket.bucketName),
    archive: createExportArchive(bucket.client, bucket.bucketName, now),
  }),
};

describe.each(Object.entries(kinds))('%s', (_name, make) => {
  test('what was published is listed newest first, and the latest is the one begun last; the rest does not exist', async () => {
    const { files, archive } = make();
    expect([await archive.list(10), await archive.latest()]).toEqual([[], null]);
    await files.publish(aManifest(idOf(1)));
    await files.publish(aManifest(idOf(3)));
    await files.publish(aManifest(idOf(2)));
    await files.write(idOf(4), 'unfinished.csv.gz', chunksOf(Buffer.from('x')));
    expect((await archive.list(10)).map(({ id }) => id)).toEqual([idOf(3), idOf(2), idOf(1)]);
    expect((await archive.list(2)).map(({ id }) => id).at(0)).toBe(idOf(3));
    expect(await archive.latest()).toBe(idOf(3));
    expect(await archive.manifest(idOf(1))).toEqual(aManifest(idOf(1)));
    expect(await archive.manifest(idOf(4))).toBeNull();
  });

  test('a file reads back whole and in part', async () => {
    const { files, archive } = make();
    await files.write(idOf(5), 'a.csv.gz', chunksOf(Buffer.from('0123'), Buffer.from('456789')));
    const read = async (first: number, last: number) =>
      Buffer.from(await archive.read(idOf(5), 'a.csv.gz', { first, last })).toString();
    expect([await read(0, 9), await read(3, 5)]).toEqual(['0123456789', '345']);
  });

  test('chunks that end with an error leave no file', async () => {
    const { files, archive } = make();
    await expect(files.write(idOf(6), 'b.csv.gz', chunksOf(Buffer.from('x'), new Error('cut')))).rejects.toThrow();
    await expect(archive.read(idOf(6), 'b.csv.gz', { first: 0, last: 0 })).rejects.toThrow();
  });
});

test('a file larger than a part is the same when read back', { timeout: 60_000 }, async () => {
  const files = createExportFiles(bucket.client, bucket.bucketName);
  const chunks = Array.from({ length: 19 }, () => randomBytes(1_000_003));
  await files.write(idOf(7), 'big.csv.gz', chunksOf(...chunks));
  const archive = createExportArchive(bucket.client, bucket.bucketName);
  const whole = Buffer.concat(chunks);
  const read = await archive.read(idOf(7), 'big.csv.gz', { first: 0, last: whole.length - 1 });
  expect(createHash('sha256').update(read).digest('hex')).toBe(createHash('sha256').update(whole).digest('hex'));
});

test('a large file that is cut short is aborted: no object, no parts that cost money', async () => {
  const sent: (string | undefined)[] = [];
  bucket.client.middlewareStack.add((next, { commandName }) => (call) => {
    sent.push(commandName);
    return next(call);
  });
  const files = createExportFiles(bucket.client, bucket.bucketName);
  const cut = chunksOf(randomBytes(9_000_000), new Error('cut'));
  await expect(files.write(idOf(8), 'cut.csv.gz', cut)).rejects.toThrow('cut');
  const archive = createExportArchive(bucket.client, bucket.bucketName);
  await expect(archive.read(idOf(8), 'cut.csv.gz', { first: 0, last: 0 })).rejects.toThrow();
  expect(sent).toContain('AbortMultipartUploadCommand');
  expect(sent).not.toContain('CompleteMultipartUploadCommand');
});

test('an address gives out the file to whoever holds it, for at most a quarter of an hour', async () => {
  const { files, archive } = {
    files: createExportFiles(bucket.client, bucket.bucketName),
    archive: createExportArchive(bucket.client, bucket.bucketName),
  };
  await files.write(idOf(9), 'c.csv.gz', chunksOf(Buffer.from('content')));
  const address = new URL(await archive.address(idOf(9), 'c.csv.gz'));
  expect(addressSeconds).toBeLessThanOrEqual(15 * 60);
  expect(address.searchParams.get('X-Amz-Expires')).toBe(String(addressSeconds));
  expect(address.searchParams.get('response-content-disposition')).toBe('attachment; filename="c.csv.gz"');
  expect(await (await fetch(address)).text()).toBe('content');
});

test('what else lies in the bucket is no export', async () => {
  const stray = { Bucket: bucket.bucketName, Key: 'exports/v1/notes/manifest.json', Body: '{}' };
  await bucket.client.send(new PutObjectCommand(stray));
  const archive = createExportArchive(bucket.client, bucket.bucketName);
  expect((await archive.list(100)).map(({ id }) => id)).not.toContain('notes');
});

test('however many exports there are, a list reads those of its time; where they are few, it looks further back', async () => {
  const old = await startBucket();
  const files = createExportFiles(old.client, old.bucketName);
  const archive = createExportArchive(old.client, old.bucketName, now);
  const years = ['20260105T000000000Z', '20260106T000000000Z', '20260107T000000000Z'];
  const recent = ['20261120T000000000Z', '20261121T000000000Z'];
  for (const id of [...years, ...recent]) {
    await files.publish(aManifest(id));
  }
  const read: string[] = [];
  old.client.middlewareStack.add((next, { commandName }) => (call) => {
    read.push(commandName ?? '');
    return next(call);
  });
  expect((await archive.list(2)).map(({ id }) => id)).toEqual(recent.toReversed());
  expect(read).toEqual(['ListObjectsV2Command', 'GetObjectCommand', 'GetObjectCommand']);
  expect((await archive.list(4)).map(({ id }) => id)).toEqual([...years.slice(1), ...recent].toReversed());
  await old.stop();
});
