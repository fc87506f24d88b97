import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type * as z from 'zod';
import { LocalRunError } from '../local-run-error.ts';

/** One line for a file that cannot be used, with the way out. */
export function damaged(path: string, folder: string, reason: string): LocalRunError {
  return new LocalRunError(
    `The data folder is damaged: ${path} ${reason}. To start afresh and keep it for a look: mv '${folder}' '${folder}.damaged'`,
  );
}

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** The file's content, or undefined when there is none; a file that is not what it should be names itself. */
export function readJsonFile<T>(path: string, schema: z.ZodType<T>, folder: string): T | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (isMissing(error)) {
      return undefined;
    }
    throw damaged(path, folder, `cannot be read (${error instanceof Error ? error.message : 'unknown reason'})`);
  }
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw damaged(path, folder, 'is not JSON');
  }
  const parsed = schema.safeParse(content);
  if (!parsed.success) {
    throw damaged(path, folder, 'does not hold what this version of the local run wrote');
  }
  return parsed.data;
}

/** Writes beside and renames, so that a kill leaves the old file or the new one, never half of one. */
export function writeJsonFile(path: string, content: unknown, mode = 0o600): void {
  const beside = `${path}.new`;
  writeFileSync(beside, `${JSON.stringify(content, null, 2)}\n`, { mode });
  renameSync(beside, path);
}
