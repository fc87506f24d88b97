import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  PutObjectCommand,
  type S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import type { ExportFiles } from '#shared/export/export-archive.ts';
import { exportManifestKey, exportObjectKey } from './keys.ts';

/** S3 takes parts from 5 MiB, and 10,000 of them: files up to 80 GB, with one part in memory. */
const partBytes = 8 * 1024 * 1024;

/** Writes exports to S3. */
export function createExportFiles(client: S3Client, bucket: string): ExportFiles {
  const put = async (key: string, body: Uint8Array | string, type: string): Promise<void> => {
    await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: body, ContentType: type }));
  };
  return {
    async write(id, name, chunks) {
      const key = exportObjectKey(id, name);
      const parts = inParts(chunks);
      const first = await parts.next();
      if (first.done === true || first.value.length < partBytes) {
        await put(key, first.value ?? new Uint8Array(), 'application/gzip');
        return;
      }
      await writeParts(client, { Bucket: bucket, Key: key }, first.value, parts);
    },

    async publish(manifest) {
      await put(exportManifestKey(manifest.id), JSON.stringify(manifest, null, 2), 'application/json');
    },
  };
}

async function writeParts(
  client: S3Client,
  object: { readonly Bucket: string; readonly Key: string },
  first: Uint8Array,
  rest: AsyncIterable<Uint8Array>,
): Promise<void> {
  const { UploadId } = await client.send(
    new CreateMultipartUploadCommand({ ...object, ContentType: 'application/gzip' }),
  );
  const upload = { ...object, UploadId };
  try {
    const done: { ETag: string | undefined; PartNumber: number }[] = [];
    const send = async (Body: Uint8Array): Promise<void> => {
      const PartNumber = done.length + 1;
      const { ETag } = await client.send(new UploadPartCommand({ ...upload, PartNumber, Body }));
      done.push({ ETag, PartNumber });
    };
    await send(first);
    for await (const part of rest) {
      await send(part);
    }
    await client.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts: done } }));
  } catch (error) {
    // Parts of an unfinished upload are invisible and cost money until somebody aborts it.
    await client.send(new AbortMultipartUploadCommand(upload));
    throw error;
  }
}

/** Chunks gathered into parts of exactly `partBytes`; the last may be shorter. */
async function* inParts(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, undefined> {
  let part = Buffer.alloc(partBytes);
  let filled = 0;
  for await (const chunk of chunks) {
    let from = 0;
    while (from < chunk.length) {
      const taken = Math.min(chunk.length - from, partBytes - filled);
      part.set(chunk.subarray(from, from + taken), filled);
      from += taken;
      filled += taken;
      if (filled === partBytes) {
        yield part;
        part = Buffer.alloc(partBytes);
        filled = 0;
      }
    }
  }
  if (filled > 0) {
    yield part.subarray(0, filled);
  }
}
