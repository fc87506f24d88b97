import { parseArgs } from 'node:util';
import { type ListFormatId, listFormatIds } from '#shared/registry/formats/list-formats.ts';
import type { ListColumn, ListDelimiter } from '#shared/registry/formats/list-reading.ts';
import { faxes, type ListKind, textMessages, voiceCalls } from '#shared/registry/page-kinds.ts';

const kinds: ReadonlyMap<string, ListKind> = new Map([
  ['voice', voiceCalls],
  ['text', textMessages],
  ['fax', faxes],
]);

const columnNames: readonly ListColumn[] = ['area', 'number', 'day', 'operation', 'ignored'];

/** By the names that need no quoting in a shell, too. */
const delimiters: ReadonlyMap<string, ListDelimiter> = new Map([
  [',', ','],
  [';', ';'],
  ['|', '|'],
  ['\t', '\t'],
  ['comma', ','],
  ['semicolon', ';'],
  ['bar', '|'],
  ['tab', '\t'],
]);

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
  readonly format: ListFormatId | undefined;
  readonly kind: ListKind | undefined;
  readonly columns: readonly ListColumn[] | undefined;
  readonly delimiter: ListDelimiter | undefined;
  readonly options: {
    readonly subscription?: string | undefined;
    readonly basis?: string | undefined;
    readonly 'list-date'?: string | undefined;
    readonly since?: string | undefined;
    readonly 'accept-shrink'?: boolean | undefined;
  };
}

/** Null for a call that is not one. */
export function readImportCall(args: readonly string[]): ImportCall | null {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        subscription: { type: 'string' },
        basis: { type: 'string' },
        'list-date': { type: 'string' },
        since: { type: 'string' },
        format: { type: 'string' },
        kind: { type: 'string' },
        columns: { type: 'string' },
        delimiter: { type: 'string' },
        'accept-shrink': { type: 'boolean' },
      },
    });
    const [registry, file, ...more] = positionals;
    const told = {
      format: found(values.format, formatOf),
      kind: found(values.kind, (name) => kinds.get(name)),
      columns: found(values.columns, columnsOf),
      delimiter: found(values.delimiter, (name) => delimiters.get(name)),
    };
    return registry === undefined || file === undefined || more.length > 0
      ? null
      : { registry, file, ...told, options: values };
  } catch {
    return null;
  }
}

/** Throws for a word that means nothing here. */
function found<Meaning>(
  word: string | undefined,
  meaningOf: (word: string) => Meaning | undefined,
): Meaning | undefined {
  if (word === undefined) {
    return undefined;
  }
  const meaning = meaningOf(word);
  if (meaning === undefined) {
    throw new Error('an option with another value than there are');
  }
  return meaning;
}

function formatOf(name: string): ListFormatId | undefined {
  return listFormatIds.find((id) => id === name);
}

function columnsOf(list: string): readonly ListColumn[] | undefined {
  const names = list.split(',', 20);
  const columns = names.flatMap((name) => columnNames.find((known) => known === name.trim()) ?? []);
  return columns.length === names.length ? columns : undefined;
}
