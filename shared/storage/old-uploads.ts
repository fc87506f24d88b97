import type { S3Client } from '@aws-sdk/client-s3';
import type { OldUploads } from '#shared/intake/call-logs/uploads/upload-ports.ts';
import { eraseListed } from './erase-objects.ts';

/** Erases by the time at which S3 took an object, page after page of the bucket's list. */
export function createOldUploads(client: S3Client, bucket: string, pageSize?: number): OldUploads {
  return {
    eraseBefore: (before) =>
      eraseListed(client, bucket, { prefix: '', before, ...(pageSize === undefined ? {} : { pageSize }) }),
  };
}
