import {
  DeleteObjectsCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import type { ComplaintDocuments } from '#shared/complaint/ports.ts';
import { complaintDocumentKey, complaintDocumentPrefix, parseComplaintDocumentKey } from './keys.ts';

/** What is filed, in the complaint bucket: one document and one letter a version. */
export function createComplaintDocuments(client: S3Client, bucket: string): ComplaintDocuments {
  const put = (key: string, body: string, type: string) =>
    client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: body, ContentType: type }));

  const get = async (key: string): Promise<string | null> => {
    try {
      const { Body: body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      return (await body?.transformToString('utf-8')) ?? null;
    } catch (error) {
      if (error instanceof NoSuchKey) {
        return null;
      }
      throw error;
    }
  };

  const erase = async (keys: readonly string[]): Promise<void> => {
    if (keys.length === 0) {
      return;
    }
    const { Errors: errors = [] } = await client.send(
      new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects: keys.map((Key) => ({ Key })), Quiet: true } }),
    );
    if (errors.length > 0) {
      throw new Error(`${errors.length} complaint documents could not be erased: ${errors[0]?.Code ?? ''}`);
    }
  };

  return {
    async put(id, version, { json, letter }) {
      await Promise.all([
        put(complaintDocumentKey(id, version, 'json'), json, 'application/json'),
        put(complaintDocumentKey(id, version, 'txt'), letter, 'text/plain; charset=utf-8'),
      ]);
    },

    async get(id, version) {
      const [json, letter] = await Promise.all([
        get(complaintDocumentKey(id, version, 'json')),
        get(complaintDocumentKey(id, version, 'txt')),
      ]);
      return json === null || letter === null ? null : { json, letter };
    },

    async erase(id, upTo, keep) {
      let token: string | undefined;
      do {
        const page = await client.send(
          new ListObjectsV2Command({
            Bucket: bucket,
            Prefix: complaintDocumentPrefix(id),
            ...(token === undefined ? {} : { ContinuationToken: token }),
          }),
        );
        await erase(
          (page.Contents ?? []).flatMap(({ Key: key = '' }) => {
            const version = parseComplaintDocumentKey(key);
            return version === null || version > upTo || keep.includes(version) ? [] : [key];
          }),
        );
        token = page.NextContinuationToken;
      } while (token !== undefined);
    },
  };
}
