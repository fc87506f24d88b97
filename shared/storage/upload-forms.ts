import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { uploadLimits } from '#shared/intake/call-logs/limits.ts';
import type { UploadForms } from '#shared/intake/call-logs/uploads/upload-ports.ts';
import { uploadAgainKey, uploadFileKey } from './upload-keys.ts';

/** Long enough to find the file and send it over a slow line; S3 looks when the request begins. */
export const formSeconds = 15 * 60;

/** Presigned POSTs of S3: one key, one size, a quarter of an hour, nothing else of the form open to choice. */
export function createUploadForms(client: S3Client, bucket: string): UploadForms {
  return {
    make: (name, { redirect }) =>
      createPresignedPost(client, {
        Bucket: bucket,
        Key: uploadFileKey(name),
        Conditions: [['content-length-range', 1, uploadLimits.fileBytes]],
        Fields: redirect === null ? { success_action_status: '204' } : { success_action_redirect: redirect },
        Expires: formSeconds,
      }),

    async readAgain(name) {
      await client.send(new PutObjectCommand({ Bucket: bucket, Key: uploadAgainKey(name), Body: 'again' }));
    },
  };
}
