import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import type { ListFile } from '#shared/registry/formats/list-reading.ts';
import type { UploadContext } from './upload-context.ts';

/** S3 takes 10,000 parts; the local run takes none above 11 MB. */
const partBytes = 8 * 1024 * 1024;
const tellEvery = 32;

/** Uploads a file part by part, with what is told about it. */
export async function putList(
  file: ListFile,
  { object, told }: { readonly object: string; readonly told: Readonly<Record<string, string>> },
  { s3Client, bucket, io }: Pick<UploadContext, 's3Client' | 'bucket' | 'io'>,
): Promise<void> {
  const target = { Bucket: bucket, Key: object };
  const { UploadId } = await s3Client.send(new CreateMultipartUploadCommand({ ...target, Metadata: { ...told } }));
  const upload = { ...target, UploadId };
  try {
    const parts: { readonly PartNumber: number; readonly ETag: string | undefined }[] = [];
    for (let from = 0; from < Math.max(1, file.bytes); from += partBytes) {
      const PartNumber = parts.length + 1;
      const Body = await bytesOf(file, from, Math.min(file.bytes, from + partBytes));
      const { ETag } = await s3Client.send(new UploadPartCommand({ ...upload, PartNumber, Body }));
      parts.push({ PartNumber, ETag });
      if (PartNumber % tellEvery === 0) {
        io.err(`uploaded ${Math.round((100 * (from + partBytes)) / file.bytes)} %`);
      }
    }
    await s3Client.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts: parts } }));
  } catch (error) {
    await s3Client.send(new AbortMultipartUploadCommand(upload)).catch(() => {});
    throw error;
  }
}

async function bytesOf(file: ListFile, from: number, to: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of file.read(from, to)) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
