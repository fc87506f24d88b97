import type { ListDay } from '../list-day.ts';
import type { ListKind } from '../page-kinds.ts';
import type { RegistryDefinition } from '../registries.ts';
import type { ListFormatId } from './list-formats.ts';

export type ListOperation = 'add' | 'delete';

/**
 * Called for each good entry, in the order of the file; full lists only add. `number`: all digits of the number, calling
 * code first. `kind`: as in docs/exchange-pages.md. `day`: for an entry that the file itself dates, the day of that
 * change (the line was registered, or removed, no later than then); null in lists that date nothing.
 * Answers false if the entry brings nothing new (the same stood in this file before): it is counted as a duplicate.
 * Nothing that was taken may count before the reading has ended with `read`.
 */
export type TakeEntry = (number: number, operation: ListOperation, kind: ListKind, day: ListDay | null) => boolean;

/** `full`: all numbers of what it covers. `change`: additions and deletions since the list before. */
export type ListScope = 'full' | 'change';

/**
 * What the list claims to hold: the whole registry, or these areas (calling code and area code, digits, ascending).
 * `not_stated`: neither names nor content say; a full list then covers the areas it has numbers of.
 */
export type ListCoverage =
  | { readonly kind: 'whole' }
  | { readonly kind: 'areas'; readonly areas: readonly string[] }
  | { readonly kind: 'not_stated' };

export interface ListFileFacts {
  readonly format: ListFormatId;
  readonly scope: ListScope;
  readonly covers: ListCoverage;
  /** The day the list was made. */
  readonly listDay: ListDay;
  readonly dateFrom: 'operator' | 'file name' | 'header';
  /** Sentences for the operator: what had to be assumed, and where two sources said different things. */
  readonly notes: readonly string[];
}

export interface Skipped {
  readonly count: number;
  /** At most five places: the line number from 1, with the archive's file before it where there are several (`3:17`). */
  readonly firstLines: readonly string[];
}

export type ListSkipReason =
  | 'bad_line'
  | 'wrong_length'
  | 'not_in_plan'
  | 'other_country'
  | 'other_area'
  | 'more_columns'
  | 'bad_operation'
  | 'bad_day'
  | 'bad_category'
  /** XML: broken where this element stands. */
  | 'malformed'
  | 'duplicate';

export interface ListSummary {
  /** Lines or elements that should be entries. */
  readonly lines: number;
  readonly entries: number;
  readonly added: number;
  readonly deleted: number;
  /** Unpacked. */
  readonly bytes: number;
  /** Files read: 1, or those of an archive. */
  readonly files: number;
  readonly skipped: Readonly<Partial<Record<ListSkipReason, Skipped>>>;
}

/** Neither messages nor summaries hold a number or a name of the list. */
export type ListReading =
  | { readonly kind: 'read'; readonly facts: ListFileFacts; readonly summary: ListSummary }
  | { readonly kind: 'refused'; readonly message: string; readonly summary: ListSummary };

/** A stored file: on a disk, or an object in a bucket. Zip archives are read from their end, so ranges are needed. */
export interface ListFile {
  /** Without folders. */
  readonly name: string;
  readonly bytes: number;
  /** The bytes `from` (included) to `to` (excluded), in chunks. Throws what its source throws. */
  read(from: number, to: number): AsyncIterable<Uint8Array>;
}

export type ListDelimiter = ',' | ';' | '|' | '\t';

export type ListColumn = 'area' | 'number' | 'day' | 'operation' | 'ignored';

export interface ListReadOptions {
  readonly registry: RegistryDefinition;
  /** Named by the operator; else recognised by content among the registry's formats. */
  readonly format?: ListFormatId | undefined;
  /** The operator's word on the list's date, `YYYY-MM-DD`; goes before all else. */
  readonly listDate?: string | undefined;
  /** For registries that keep a list per kind of contact (Singapore): which this file is. */
  readonly kind?: ListKind | undefined;
  /** What stands between columns; else found out (Massachusetts) or a comma. */
  readonly delimiter?: ListDelimiter | undefined;
  /** Flat change lists: what each column holds; else area code, number, day, operation. */
  readonly columns?: readonly ListColumn[] | undefined;
  /** Reads one file of an archive alone, by its place from 0 (list-members.ts). */
  readonly member?: number | undefined;
  /** In UTC. No list, and no entry, is from later. */
  readonly today: ListDay;
  /** Before the first entry: which format and scope it will be. */
  readonly onStart?: (start: { readonly format: ListFormatId; readonly scope: ListScope }) => void;
  readonly onProgress?: (lines: number) => void;
}

/** Errors of the source are thrown; whatever is wrong with the content is an outcome. */
export type ReadList = (file: ListFile, options: ListReadOptions, take: TakeEntry) => Promise<ListReading>;
