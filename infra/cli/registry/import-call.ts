import { parseArgs } from 'node:util';
import { type ListFormatId, listFormats } from '#shared/registry/formats/list-formats.ts';
import { faxes, type ListKind, textMessages, voiceCalls } from '#shared/registry/page-kinds.ts';

const kinds: ReadonlyMap<string, ListKind> = new Map([
  ['voice', voiceCalls],
  ['text', textMessages],
  ['fax', faxes],
]);

export const importUsage = `usage: registry import REGISTRY FILE --subscription ID --basis TEXT [--list-date YYYY-MM-DD]
         [--since YYYY-MM-DD]      change lists: the list that it continues; else that of the day before
         [--format FORMAT]         ${Object.keys(listFormats).join(', ')}
         [--kind voice|text|fax]   registries that keep a list for each
         [--accept-shrink]         the list is right although much shorter than the one before`;

export interface ImportCall {
  readonly registry: string;
  readonly file: string;
  readonly format: ListFormatId | undefined;
  readonly kind: ListKind | undefined;
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
        'accept-shrink': { type: 'boolean' },
      },
    });
    const [registry, file, ...more] = positionals;
    const format = formatOf(values.format);
    const kind = values.kind === undefined ? undefined : kinds.get(values.kind);
    const isWrong = (values.format !== undefined && format === undefined) || (values.kind !== undefined && !kind);
    return registry === undefined || file === undefined || more.length > 0 || isWrong
      ? null
      : { registry, file, format, kind, options: values };
  } catch {
    return null;
  }
}

function formatOf(name: string | undefined): ListFormatId | undefined {
  const known = (each: string): each is ListFormatId => Object.hasOwn(listFormats, each);
  return name !== undefined && known(name) ? name : undefined;
}
