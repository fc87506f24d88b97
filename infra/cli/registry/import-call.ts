import { parseArgs } from 'node:util';
import { listFormatIds } from '#shared/registry/formats/list-formats.ts';
import { columnNames, readToldOptions, type ToldOptions } from '#shared/registry/uploads/told-options.ts';

export const importUsage = `usage: registry import REGISTRY FILE --subscription ID --basis TEXT [--list-date YYYY-MM-DD]
         [--since YYYY-MM-DD]      change lists: the list that it continues; else that of the day before
         [--format FORMAT]         ${listFormatIds.join(', ')}
         [--kind voice|text|fax]   registries that keep a list for each
         [--columns LIST]          flat change lists: what each column holds, of ${columnNames.join(', ')}
         [--delimiter comma|semicolon|bar|tab]
         [--accept-shrink]         the list is right although much shorter than the one before`;

export interface ImportCall {
  readonly registry: string;
  readonly file: string;
  readonly subscription: string | undefined;
  readonly basis: string | undefined;
  readonly told: ToldOptions;
}

/** What may be said of a list file on the command line. */
export const toldArguments = {
  'list-date': { type: 'string' },
  since: { type: 'string' },
  format: { type: 'string' },
  kind: { type: 'string' },
  columns: { type: 'string' },
  delimiter: { type: 'string' },
  'accept-shrink': { type: 'boolean' },
} as const;

/** Null for a call that is not one. */
export function readImportCall(args: readonly string[]): ImportCall | null {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { subscription: { type: 'string' }, basis: { type: 'string' }, ...toldArguments },
    });
    const [registry, file, ...more] = positionals;
    const { subscription, basis, 'accept-shrink': shrink, ...words } = values;
    const told = readToldOptions({ ...words, ...(shrink === undefined ? {} : { 'accept-shrink': String(shrink) }) });
    return registry === undefined || file === undefined || more.length > 0 || told === null
      ? null
      : { registry, file, subscription, basis, told };
  } catch {
    return null;
  }
}
