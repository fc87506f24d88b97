import { GetObjectCommand, ListObjectsV2Command, NoSuchKey, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import * as z from 'zod';
import type { ExportArchive } from '#shared/export/export-archive.ts';
import { exportIdSchema } from '#shared/export/export-name.ts';
import { type ExportManifest, exportManifestSchema } from '#shared/export/export-schemas.ts';
import { exportManifestKey, exportObjectKey, exportPointerKey, exportRoot, parseExportFolder } from './keys.ts';

/** Threat T16: a key that is revoked leaves no address behind that works much longer. */
export const addressSeconds = 15 * 60;

/** A reader from tomorrow may meet a field of the day after. */
const storedManifest = z.object(exportManifestSchema.shape);
const pointerSchema = z.object({ id: exportIdSchema });

/** Reads published exports from S3. */
export function createExportArchive(client: S3Client, bucket: string): ExportArchive {
  const text = async (key: string): Promise<string | null> => {
    try {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      return (await Body?.transformToString()) ?? null;
    } catch (error) {
      if (error instanceof NoSuchKey) {
        return null;
      }
      throw error;
    }
  };

  const manifest = async (id: string): Promise<ExportManifest | null> => {
    const found = await text(exportManifestKey(id));
    return found === null ? null : storedManifest.parse(JSON.parse(found));
  };

  const ids = async (): Promise<string[]> => {
    const found: string[] = [];
    let ContinuationToken: string | undefined;
    do {
      const page = await client.send(
        new ListObjectsV2Command({
          Bucket: bucket,
          Prefix: exportRoot,
          Delimiter: '/',
          ...(ContinuationToken === undefined ? {} : { ContinuationToken }),
        }),
      );
      found.push(...(page.CommonPrefixes ?? []).map(({ Prefix = '' }) => parseExportFolder(Prefix)));
      ContinuationToken = page.NextContinuationToken;
    } while (ContinuationToken !== undefined);
    return found.filter((id) => exportIdSchema.safeParse(id).success);
  };

  return {
    manifest,

    async list(count) {
      const newest = (await ids()).sort().reverse().slice(0, count);
      const manifests = await Promise.all(newest.map(manifest));
      return manifests.filter((each) => each !== null);
    },

    async latest() {
      const found = await text(exportPointerKey);
      return found === null ? null : pointerSchema.parse(JSON.parse(found)).id;
    },

    async read(id, name, { first, last }) {
      const { Body } = await client.send(
        new GetObjectCommand({ Bucket: bucket, Key: exportObjectKey(id, name), Range: `bytes=${first}-${last}` }),
      );
      if (Body === undefined) {
        throw new Error('an export file came without a body');
      }
      return Body.transformToByteArray();
    },

    async address(id, name) {
      const object = new GetObjectCommand({
        Bucket: bucket,
        Key: exportObjectKey(id, name),
        ResponseContentDisposition: `attachment; filename="${name}"`,
        ResponseContentType: 'application/gzip',
        ResponseCacheControl: 'private, no-store',
      });
      return getSignedUrl(client, object, { expiresIn: addressSeconds });
    },
  };
}
