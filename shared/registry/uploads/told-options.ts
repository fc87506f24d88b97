import { type ListFormatId, listFormatIds } from '../formats/list-formats.ts';
import type { ListColumn, ListDelimiter } from '../formats/list-reading.ts';
import { faxes, type ListKind, textMessages, voiceCalls } from '../page-kinds.ts';

const kinds: ReadonlyMap<string, ListKind> = new Map([
  ['voice', voiceCalls],
  ['text', textMessages],
  ['fax', faxes],
]);

export const columnNames: readonly ListColumn[] = ['area', 'number', 'day', 'operation', 'ignored'];

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

/** What an operator says about a list file, beside what it says itself. */
export interface ToldOptions {
  readonly format?: ListFormatId | undefined;
  readonly kind?: ListKind | undefined;
  readonly columns?: readonly ListColumn[] | undefined;
  readonly delimiter?: ListDelimiter | undefined;
  /** As written: its reader refuses what is no date. */
  readonly listDate?: string | undefined;
  readonly since?: string | undefined;
  readonly acceptShrink?: boolean | undefined;
}

/** The options in words, by the names of the command line, which uploaded files carry as their metadata. */
export const toldNames = ['list-date', 'since', 'format', 'kind', 'columns', 'delimiter', 'accept-shrink'] as const;
export type ToldWords = Readonly<Partial<Record<(typeof toldNames)[number], string | undefined>>>;

/** Null for a word that means nothing here. */
export function readToldOptions(words: ToldWords): ToldOptions | null {
  const format = listFormatIds.find((id) => id === words.format);
  const kind = words.kind === undefined ? undefined : kinds.get(words.kind);
  const columns = words.columns === undefined ? undefined : columnsOf(words.columns);
  const delimiter = words.delimiter === undefined ? undefined : delimiters.get(words.delimiter);
  const shrink = words['accept-shrink'];
  const understood =
    (words.format === undefined || format !== undefined) &&
    (words.kind === undefined || kind !== undefined) &&
    (words.columns === undefined || columns !== undefined) &&
    (words.delimiter === undefined || delimiter !== undefined) &&
    (shrink === undefined || shrink === 'true' || shrink === 'false');
  return understood
    ? {
        ...{ format, kind, columns, delimiter },
        ...{ listDate: words['list-date'], since: words.since, acceptShrink: shrink === 'true' },
      }
    : null;
}

function columnsOf(list: string): readonly ListColumn[] | undefined {
  const names = list.split(',', 20);
  const columns = names.flatMap((name) => columnNames.find((known) => known === name.trim()) ?? []);
  return columns.length === names.length ? columns : undefined;
}
