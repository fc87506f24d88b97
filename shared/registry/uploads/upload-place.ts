import { createHash } from 'node:crypto';
import type { UploadedList } from './upload-ports.ts';

/** The folder to which lists are uploaded: `incoming/REGISTRY/FILE`. */
export const incomingFolder = 'incoming';

export interface UploadPlace {
  readonly registry: string;
  readonly file: string;
}

const longest = { registry: 40, file: 200 };

export function uploadObject({ registry, file }: UploadPlace): string {
  return `${incomingFolder}/${registry}/${file}`;
}

/** Null for an object that is nobody's list: a folder's mark, or one that lies deeper. */
export function uploadPlaceOf(object: string): UploadPlace | null {
  const [folder, registry = '', file = '', ...deeper] = object.split('/', 5);
  return folder === incomingFolder &&
    registry !== '' &&
    file !== '' &&
    deeper.length === 0 &&
    registry.length <= longest.registry &&
    file.length <= longest.file
    ? { registry, file }
    : null;
}

/** The same file with the same words about it, under the same name: it is one import, however often S3 tells of it. */
export function importIdOf(object: string, { tag, told }: Pick<UploadedList, 'tag' | 'told'>): string {
  const words = Object.entries(told).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([object, tag, words]))
    .digest('hex')
    .slice(0, 16);
}
