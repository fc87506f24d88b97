import * as z from 'zod';
import { readUploadEvent } from './upload-event.ts';

const areaSchema = z.strictObject({
  importId: z.string().regex(/^[0-9a-f]{16}$/),
  area: z.string().regex(/^\d{1,8}$/),
});

/** Whether a message is work on an uploaded do-not-call list: S3's event of the file, or an area of one that was read. */
export function isListErrand(body: string | undefined): body is string {
  if (readUploadEvent(body) !== null) {
    return true;
  }
  try {
    return areaSchema.safeParse(JSON.parse(body ?? '')).success;
  } catch {
    return false;
  }
}
