import { createHash } from 'node:crypto';
import {
  DeleteObjectsCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import * as z from 'zod/mini';
import {
  DamagedSnapshotError,
  type SnapshotArchive,
  type SnapshotManifest,
} from '#shared/registry/snapshot-archive.ts';
import { onFirstUse } from '#shared/runtime/on-first-use.ts';
import {
  changeOfSnapshotObject,
  snapshotAreaKey,
  snapshotFolder,
  snapshotManifestKey,
  snapshotObjects,
} from './keys.ts';

const manifestSchema = onFirstUse(() =>
  z.object({
    version: z.literal(1),
    registry: z.string(),
    snapshot: z.string(),
    change: z.int(),
    listDate: z.string(),
    kinds: z.array(z.object({ kind: z.int(), listDate: z.string() })),
    areas: z.array(z.object({ area: z.string(), object: z.string(), bytes: z.int(), sha256: z.string() })),
  }),
);

/** As manifest.json holds it (docs/registry-snapshots.md). */
function manifestToJson(manifest: SnapshotManifest): string {
  return `${JSON.stringify({ version: 1, ...manifest }, null, 1)}\n`;
}

function manifestFromJson(json: string): SnapshotManifest {
  try {
    const { version: _, ...manifest } = manifestSchema().parse(JSON.parse(json));
    return manifest;
  } catch (error) {
    throw new DamagedSnapshotError('a manifest is none', { cause: error });
  }
}

/** DeleteObjects takes so many. */
const erasedAtOnce = 1000;

/** Snapshots in their bucket. What is written there again has the same bytes. */
export function createSnapshotArchive(client: S3Client, bucket: string): SnapshotArchive {
  const put = (key: string, body: Uint8Array | string, type: string) =>
    client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: body, ContentType: type }));

  return {
    async manifest(key) {
      try {
        const answer = await client.send(new GetObjectCommand({ Bucket: bucket, Key: snapshotManifestKey(key) }));
        return manifestFromJson((await answer.Body?.transformToString('utf-8')) ?? '');
      } catch (error) {
        if (error instanceof NoSuchKey) {
          return null;
        }
        throw error;
      }
    },

    async read(object, range) {
      const answer = await client
        .send(
          new GetObjectCommand({
            Bucket: bucket,
            Key: object,
            ...(range === undefined ? {} : { Range: `bytes=${range.from}-${range.to - 1}` }),
          }),
        )
        .catch((error: unknown) => {
          throw error instanceof NoSuchKey
            ? new DamagedSnapshotError(`there is no ${object}`, { cause: error })
            : error;
        });
      return (await answer.Body?.transformToByteArray()) ?? new Uint8Array();
    },

    async putArea(key, file) {
      const object = snapshotAreaKey(key);
      await put(object, file, 'application/octet-stream');
      return {
        area: key.area,
        object,
        bytes: file.length,
        sha256: createHash('sha256').update(file).digest('hex'),
      };
    },

    async putManifest(manifest) {
      await put(snapshotManifestKey(manifest), manifestToJson(manifest), 'application/json');
    },

    async erase(snapshot, { before, keep } = { before: Number.POSITIVE_INFINITY, keep: [] }) {
      const kept = new Set(keep.flatMap(snapshotObjects));
      let token: string | undefined;
      do {
        const page = await client.send(
          new ListObjectsV2Command({
            Bucket: bucket,
            Prefix: snapshotFolder(snapshot),
            MaxKeys: erasedAtOnce,
            ...(token === undefined ? {} : { ContinuationToken: token }),
          }),
        );
        const gone = (page.Contents ?? []).flatMap(({ Key = '' }) => {
          const change = changeOfSnapshotObject(snapshot, Key);
          return change === null || change >= before || kept.has(Key) ? [] : [{ Key }];
        });
        if (gone.length > 0) {
          const { Errors: errors = [] } = await client.send(
            new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects: gone, Quiet: true } }),
          );
          if (errors.length > 0) {
            throw new Error(`${errors.length} files of snapshots could not be erased: ${errors[0]?.Code ?? ''}`);
          }
        }
        token = page.NextContinuationToken;
      } while (token !== undefined);
    },
  };
}
