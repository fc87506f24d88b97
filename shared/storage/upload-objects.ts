import {
  GetObjectCommand,
  type GetObjectCommandOutput,
  NoSuchKey,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import * as z from 'zod/mini';
import type {
  UploadAsks,
  UploadedFile,
  UploadFiles,
  UploadPages,
  UploadReadings,
  UploadResults,
} from '#shared/intake/call-logs/uploads/upload-ports.ts';
import {
  uploadAskSchema,
  uploadPageSchema,
  uploadResultSchema,
} from '#shared/intake/call-logs/uploads/upload-schemas.ts';
import { eraseListed, eraseObjects } from './erase-objects.ts';
import {
  fileTag,
  uploadAskKey,
  uploadFileKey,
  uploadPageKey,
  uploadReadingPrefix,
  uploadResultKey,
} from './upload-keys.ts';

export interface UploadObjects {
  readonly asks: UploadAsks;
  readonly files: UploadFiles;
  readonly results: UploadResults;
  readonly pages: UploadPages;
  readonly readings: UploadReadings;
}

/** What is kept of uploads, as objects of one bucket. */
export function createUploadObjects(client: S3Client, bucket: string): UploadObjects {
  const get = async (key: string): Promise<GetObjectCommandOutput | null> => {
    try {
      return await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    } catch (error) {
      if (error instanceof NoSuchKey) {
        return null;
      }
      throw error;
    }
  };
  const json = async (key: string): Promise<unknown> => {
    const text = await (await get(key))?.Body?.transformToString('utf-8');
    return text === undefined ? null : JSON.parse(text);
  };
  const put = async (key: string, body: string): Promise<void> => {
    await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: body, ContentType: 'application/json' }));
  };
  const erase = (key: string): Promise<void> => eraseObjects(client, bucket, [key]);

  return {
    asks: {
      find: async (name) => z.nullable(uploadAskSchema()).parse(await json(uploadAskKey(name))),
      keep: (name, ask) => put(uploadAskKey(name), JSON.stringify(ask)),
      erase: (name) => erase(uploadAskKey(name)),
    },
    files: {
      open: async (name) => fileOf(await get(uploadFileKey(name))),
      erase: (name) => erase(uploadFileKey(name)),
    },
    results: {
      find: async (name, reading) => z.nullable(uploadResultSchema()).parse(await json(uploadResultKey(name, reading))),
      keep: (name, reading, result) => put(uploadResultKey(name, reading), JSON.stringify(result)),
    },
    pages: {
      find: async (name, reading, row) =>
        z.nullable(uploadPageSchema()).parse(await json(uploadPageKey(name, reading, row))),
      keep: (name, reading, row, page) => put(uploadPageKey(name, reading, row), page),
    },
    readings: {
      erase: async (name, reading) => {
        await eraseListed(client, bucket, { prefix: uploadReadingPrefix(name, reading) });
      },
    },
  };
}

/** In Node a body is a stream, which the SDK's type for all runtimes hides. */
function fileOf(object: GetObjectCommandOutput | null): UploadedFile | null {
  const { Body: body, ETag: tag = '' } = object ?? {};
  if (body === undefined) {
    return null;
  }
  if (Symbol.asyncIterator in body) {
    return { tag: fileTag(tag), bytes: body };
  }
  throw new Error('a body that is no stream');
}
