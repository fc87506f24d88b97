import { randomBytes } from 'node:crypto';
import { S3Client } from '@aws-sdk/client-s3';
import type { CallLogUploads } from '#shared/intake/call-logs/uploads/call-log-uploads.ts';
import { createCallLogUploads } from '#shared/intake/call-logs/uploads/create-call-log-uploads.ts';
import { systemClock } from '#shared/runtime/clock.ts';
import { createUploadForms } from './upload-forms.ts';
import { createUploadObjects } from './upload-objects.ts';

/** Uploads of call logs in a bucket; `country` is the deployment's. */
export function composeCallLogUploads(place: { readonly bucket: string; readonly country: string }): CallLogUploads {
  const client = new S3Client({});
  return createCallLogUploads({
    ...createUploadObjects(client, place.bucket),
    forms: createUploadForms(client, place.bucket),
    clock: systemClock,
    random: randomBytes,
    country: place.country,
  });
}
