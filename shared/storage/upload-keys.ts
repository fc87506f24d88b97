/**
 * Every key of the upload bucket, with the inverse of those that come back in events. `name` is the hash of an upload's id
 * (shared/intake/call-logs/uploads/upload-id.ts).
 *
 * | folder   | holds                                                         |
 * | -------- | ------------------------------------------------------------- |
 * | `asked/` | what the person said about the log                            |
 * | `files/` | the uploaded file                                             |
 * | `again/` | nothing of interest: that it is written has a file read again |
 * | `read/`  | by reading: how it ended; by reading and file: the pages      |
 */

/** Folders of the upload bucket. A function has rights on folders, not on the bucket. */
export const uploadFolders = ['asked', 'files', 'again', 'read'] as const;

export type UploadFolder = (typeof uploadFolders)[number];

export const uploadAskKey = (name: string): string => `asked/${name}`;

export const uploadFileKey = (name: string): string => `files/${name}`;

export const uploadAgainKey = (name: string): string => `again/${name}`;

export const uploadResultKey = (name: string, reading: string): string => `read/${name}/${reading}/result`;

export const uploadPageKey = (name: string, reading: string, row: number): string =>
  `read/${name}/${reading}/page-${row}`;

/** S3's ETag as a part of keys: in events it comes without its quotes, in answers with them. */
export const fileTag = (etag: string): string => etag.replaceAll(/[^0-9a-z-]/gi, '').slice(0, 64);

/** Where everything of a reading, or of all readings, is kept. */
export const uploadReadingPrefix = (name: string, reading?: string): string =>
  `read/${name}/${reading === undefined ? '' : `${reading}/`}`;

export const isUploadedFile = (key: string): boolean => key.startsWith('files/');

/** The upload's name in the key of a file, or of a wish to have it read again; null for any other object. */
export function nameInUploadKey(key: string): string | null {
  return /^(?:files|again)\/([0-9a-f]{64})$/.exec(key)?.[1] ?? null;
}
