import {
  DeleteObjectsCommand,
  GetObjectCommand,
  type GetObjectCommandOutput,
  NoSuchKey,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import * as z from 'zod/mini';
import type {
  UploadAsks,
  UploadFiles,
  UploadPages,
  UploadResults,
} from '#shared/intake/call-logs/uploads/upload-ports.ts';
import {
  uploadAskSchema,
  uploadPageSchema,
  uploadResultSchema,
} from '#shared/intake/call-logs/uploads/upload-schemas.ts';
import { uploadAskKey, uploadFileKey, uploadPageKey, uploadResultKey } from './upload-keys.ts';

export interface UploadObjects {
  readonly asks: UploadAsks;
  readonly files: UploadFiles;
  readonly results: UploadResults;
  readonly pages: UploadPages;
}

/** S3's limit for one request that erases. */
const mostAtOnce = 1000;

/** What is kept of uploads, as objects of one bucket. */
export function createUploadObjects(client: S3Client, bucket: string): UploadObjects {
  const get = async (key: string): Promise<GetObjectCommandOutput['Body'] | null> => {
    try {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      return Body ?? null;
    } catch (error) {
      if (error instanceof NoSuchKey) {
        return null;
      }
      throw error;
    }
  };
  const json = async (key: string): Promise<unknown> => {
    const text = await (await get(key))?.transformToString('utf-8');
    return text === undefined ? null : JSON.parse(text);
  };
  const put = async (key: string, body: string): Promise<void> => {
    await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: body, ContentType: 'application/json' }));
  };
  const erase = async (...keys: readonly string[]): Promise<void> => {
    for (let at = 0; at < keys.length; at += mostAtOnce) {
      const some = keys.slice(at, at + mostAtOnce).map((Key) => ({ Key }));
      const { Errors: errors = [] } = await client.send(
        new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects: some, Quiet: true } }),
      );
      if (errors.length > 0) {
        throw new Error(`${errors.length} objects of an upload could not be erased: ${errors[0]?.Code ?? ''}`);
      }
    }
  };

  return {
    asks: {
      find: async (name) => z.nullable(uploadAskSchema()).parse(await json(uploadAskKey(name))),
      keep: (name, ask) => put(uploadAskKey(name), JSON.stringify(ask)),
      erase: (name) => erase(uploadAskKey(name)),
    },
    files: {
      open: async (name) => bytesOf(await get(uploadFileKey(name))),
      erase: (name) => erase(uploadFileKey(name)),
    },
    results: {
      find: async (name, reading) => z.nullable(uploadResultSchema()).parse(await json(uploadResultKey(name, reading))),
      keep: (name, reading, result) => put(uploadResultKey(name, reading), JSON.stringify(result)),
      erase: (name, reading) => erase(uploadResultKey(name, reading)),
    },
    pages: {
      find: async (name, reading, row) =>
        z.nullable(uploadPageSchema()).parse(await json(uploadPageKey(name, reading, row))),
      keep: (name, reading, row, page) => put(uploadPageKey(name, reading, row), page),
      erase: (name, reading, rows) => erase(...rows.map((row) => uploadPageKey(name, reading, row))),
    },
  };
}

/** In Node a body is a stream, which the SDK's type for all runtimes hides. */
function bytesOf(body: GetObjectCommandOutput['Body'] | null): AsyncIterable<Uint8Array> | null {
  if (body === null || body === undefined) {
    return null;
  }
  if (Symbol.asyncIterator in body) {
    return body;
  }
  throw new Error('a body that is no stream');
}
