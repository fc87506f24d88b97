import { GetObjectCommand, ListObjectsV2Command, NoSuchKey, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import * as z from 'zod';
import type { ExportArchive } from '#shared/export/export-archive.ts';
import { exportId, exportIdSchema } from '#shared/export/export-name.ts';
import { type ExportManifest, exportManifestSchema } from '#shared/export/export-schemas.ts';
import { type Clock, systemClock } from '#shared/runtime/clock.ts';
import { dayMilliseconds } from '#shared/runtime/day.ts';
import { exportManifestKey, exportObjectKey, exportRoot, parseExportFolder } from './keys.ts';

/** Threat T16: a key that is revoked leaves no address behind that works much longer. */
export const addressSeconds = 15 * 60;

/** A reader from tomorrow may meet a field of the day after. */
const storedManifest = z.object(exportManifestSchema.shape);

const longerBy = 8;
const firstExport = Date.parse('2026-01-01T00:00:00Z');
const spare = 10;

/** Reads published exports from S3. */
export function createExportArchive(client: S3Client, bucket: string, clock: Clock = systemClock): ExportArchive {
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

  /** Ids from this one on, oldest first. */
  const idsFrom = async (start: string): Promise<string[]> => {
    const found: string[] = [];
    let ContinuationToken: string | undefined;
    do {
      const page = await client.send(
        new ListObjectsV2Command({
          Bucket: bucket,
          Prefix: exportRoot,
          Delimiter: '/',
          StartAfter: `${exportRoot}${start}`,
          ...(ContinuationToken === undefined ? {} : { ContinuationToken }),
        }),
      );
      found.push(...(page.CommonPrefixes ?? []).map(({ Prefix = '' }) => parseExportFolder(Prefix)));
      ContinuationToken = page.NextContinuationToken;
    } while (ContinuationToken !== undefined);
    return found.filter((id) => exportIdSchema.safeParse(id).success);
  };

  /** The newest runs. S3 lists the oldest first, so ever longer stretches up to now are read until there are enough. */
  const list = async (count: number): Promise<readonly ExportManifest[]> => {
    for (let days = count; ; days *= longerBy) {
      const start = clock().getTime() - days * dayMilliseconds;
      const isAll = start < firstExport;
      const ids = await idsFrom(isAll ? '' : exportId(new Date(start)));
      // Runs that are being written, or were cut, have no manifest: some more ids than asked for are looked at.
      const newest = ids
        .sort()
        .reverse()
        .slice(0, count + spare);
      const found = (await Promise.all(newest.map(manifest))).filter((each) => each !== null);
      if (isAll || found.length >= count || newest.length === count + spare) {
        return found.slice(0, count);
      }
    }
  };

  return {
    manifest,
    list,

    async latest() {
      const [newest] = await list(1);
      return newest?.id ?? null;
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
