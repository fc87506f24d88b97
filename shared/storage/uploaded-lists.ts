import { isDeepStrictEqual } from 'node:util';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  NotFound,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import type { UploadedList, UploadedLists } from '#shared/registry/uploads/upload-ports.ts';

/** A request this long is over before anything between us and S3 tires of it; the next one is under way meanwhile. */
const bytesOfARequest = 8 * 1024 * 1024;
const attempts = 3;

/** Somebody wrote another object under the same name. */
class ReplacedUploadError extends Error {
  override readonly name = 'ReplacedUploadError';
}

/** Lists that operators upload (docs/registry-uploads.md). */
export function createUploadedLists(client: S3Client, bucket: string): UploadedLists {
  const part = async (object: string, tag: string, from: number, to: number): Promise<Uint8Array> => {
    const answer = await client.send(
      new GetObjectCommand({ Bucket: bucket, Key: object, Range: `bytes=${from}-${to - 1}` }),
    );
    if (answer.ETag !== tag) {
      throw new ReplacedUploadError('the file was replaced while it was read');
    }
    return (await answer.Body?.transformToByteArray()) ?? new Uint8Array();
  };

  /** The SDK asks again where an answer does not begin, not where it breaks off. */
  const surely = async (object: string, tag: string, from: number, to: number): Promise<Uint8Array> => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await part(object, tag, from, to);
      } catch (error) {
        if (attempt === attempts || error instanceof ReplacedUploadError) {
          throw error;
        }
      }
    }
  };

  async function* read(object: string, tag: string, from: number, to: number): AsyncGenerator<Uint8Array> {
    const ask = (at: number) => (at < to ? surely(object, tag, at, Math.min(to, at + bytesOfARequest)) : null);
    let next = ask(from);
    for (let at = from; next !== null; ) {
      const bytes: Uint8Array = await next;
      at += bytesOfARequest;
      next = ask(at);
      // Whoever stops reading, or fails, waits for no answer; a fault shows when the part is asked for.
      next?.catch(() => {});
      yield bytes;
    }
  }

  const open = async (object: string): Promise<UploadedList | null> => {
    try {
      const head = await client.send(new HeadObjectCommand({ Bucket: bucket, Key: object }));
      const { ETag: tag = '', ContentLength: bytes = 0, LastModified: at, Metadata: told = {} } = head;
      const name = object.split('/').at(-1) ?? '';
      const file = { name, bytes, read: (from: number, to: number) => read(object, tag, from, Math.min(to, bytes)) };
      return { file, tag, uploadedAt: at?.toISOString() ?? '', told };
    } catch (error) {
      if (error instanceof NotFound) {
        return null;
      }
      throw error;
    }
  };

  return {
    open,
    async erase(object, opened) {
      const there = await open(object);
      if (there === null || !isDeepStrictEqual(identityOf(there), identityOf(opened))) {
        return;
      }
      try {
        // S3 compares once more what it erases.
        await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: object, IfMatch: opened.tag }));
      } catch (error) {
        if (!(error instanceof S3ServiceException && goneOrReplaced.has(error.$metadata.httpStatusCode ?? 0))) {
          throw error;
        }
      }
    },
  };
}

/** Answers to erasing on condition of a tag; 409: it is being replaced just now. https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-deletes.html */
const goneOrReplaced: ReadonlySet<number> = new Set([404, 409, 412]);

const identityOf = ({ tag, uploadedAt, told }: Pick<UploadedList, 'tag' | 'uploadedAt' | 'told'>) => ({
  ...{ tag, uploadedAt },
  told: { ...told },
});
