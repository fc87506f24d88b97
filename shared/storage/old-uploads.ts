import { DeleteObjectsCommand, ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3';
import type { OldUploads } from '#shared/intake/call-logs/uploads/upload-ports.ts';

/** Most that S3 lists, and erases, at once. */
const mostAtOnce = 1000;

/** Erases by the time at which S3 took an object, page after page of the bucket's list. */
export function createOldUploads(client: S3Client, bucket: string, pageSize = mostAtOnce): OldUploads {
  return {
    async eraseBefore(time) {
      let erased = 0;
      let token: string | undefined;
      do {
        const page = await client.send(
          new ListObjectsV2Command({
            Bucket: bucket,
            MaxKeys: pageSize,
            ...(token === undefined ? {} : { ContinuationToken: token }),
          }),
        );
        const old = (page.Contents ?? []).filter(({ LastModified: at }) => at !== undefined && at < time);
        if (old.length > 0) {
          const { Errors: errors = [] } = await client.send(
            new DeleteObjectsCommand({
              Bucket: bucket,
              Delete: { Objects: old.map(({ Key }) => ({ Key })), Quiet: true },
            }),
          );
          if (errors.length > 0) {
            throw new Error(`${errors.length} old uploads could not be erased: ${errors[0]?.Code ?? ''}`);
          }
        }
        erased += old.length;
        token = page.NextContinuationToken;
      } while (token !== undefined);
      return erased;
    },
  };
}
