import * as z from 'zod';

/** Major version of columns and meaning; the folder and the file names carry it. */
const schemaMajor = 1;
export const schemaVersion = `${schemaMajor}.0.0`;

/** The moment of generation to the millisecond, `20261121T000000000Z`: sorts by time, safe in a file name. */
export const exportIdSchema = z.string().regex(/^\d{8}T\d{9}Z$/);

export function exportId(now: Date): string {
  return now.toISOString().replace(/[-:.]/g, '');
}

export function exportFileName(id: string, extension: 'csv' | 'jsonl'): string {
  return `offenders_${id}_full_v${schemaMajor}.${extension}.gz`;
}
