import { readFileSync } from 'node:fs';
import { type Settings, settingsSchema } from './settings.ts';

/** A settings file that cannot be used; the message names each field by JSON pointer. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/** Checks settings and fills in defaults. Throws SettingsError with one line per wrong field. */
export function parseSettings(input: unknown, origin: string): Settings {
  const result = settingsSchema.safeParse(input);
  if (result.success) {
    return result.data;
  }
  const lines = result.error.issues.flatMap((issue) => {
    const keys = issue.code === 'unrecognized_keys' ? issue.keys : [undefined];
    return keys.map((key) => {
      const path = key === undefined ? issue.path : [...issue.path, key];
      return `  ${pointer(path)}: ${key === undefined ? issue.message : 'there is no such setting'}`;
    });
  });
  throw new SettingsError(`${origin} does not fit infra/settings.ts:\n${lines.join('\n')}`);
}

/** Reads a JSON file of settings; without a path, the defaults. */
export function readSettings(path: string | undefined): Settings {
  if (path === undefined) {
    return parseSettings({}, 'the defaults');
  }
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new SettingsError(`${path} cannot be read as JSON`, { cause });
  }
  return parseSettings(json, path);
}

/** RFC 6901. */
function pointer(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
