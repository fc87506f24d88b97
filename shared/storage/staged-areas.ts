import { GetObjectCommand, NoSuchKey, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod/mini';
import type { StagedAreas } from '#shared/registry/uploads/upload-ports.ts';
import { onFirstUse } from '#shared/runtime/on-first-use.ts';
import { eraseListed } from './erase-objects.ts';
import { stagedImportPrefix, stagedLinesKey, stagedLoadedKey } from './keys.ts';

const loadedSchema = onFirstUse(() =>
  z.object({
    file: z.object({ area: z.string(), object: z.string(), bytes: z.int(), sha256: z.string() }),
    blurred: z.int(),
  }),
);

/** Objects of the bucket of uploaded lists. */
export function createStagedAreas(client: S3Client, bucket: string): StagedAreas {
  const put = async (key: string, body: Uint8Array | string): Promise<void> => {
    await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: body }));
  };
  const get = async (key: string): Promise<Uint8Array | null> => {
    try {
      const { Body: body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      return (await body?.transformToByteArray()) ?? null;
    } catch (error) {
      if (error instanceof NoSuchKey) {
        return null;
      }
      throw error;
    }
  };
  return {
    put: (importId, area, lines) => put(stagedLinesKey(importId, area), lines),
    get: (importId, area) => get(stagedLinesKey(importId, area)),
    putLoaded: (importId, snapshot, area, loaded) =>
      put(stagedLoadedKey(importId, snapshot, area), JSON.stringify(loaded)),
    async loaded(importId, snapshot, area) {
      const bytes = await get(stagedLoadedKey(importId, snapshot, area));
      return bytes === null ? null : loadedSchema().parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
    },
    async erase(importId) {
      await eraseListed(client, bucket, { prefix: stagedImportPrefix(importId) });
    },
  };
}
