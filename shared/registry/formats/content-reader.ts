import type { ListDay } from '../list-day.ts';
import type { EntrySink } from './entry-sink.ts';
import type { ListCoverage, ListReadOptions } from './list-reading.ts';

/** Reads the unpacked bytes of one file. Throws ListRefused. */
export interface ContentReader {
  push(chunk: Uint8Array): void;
  /** After the last chunk; throws ListRefused if the file ends too early. */
  finish(): void;
  /** What the content says it covers. */
  readonly covers: ListCoverage;
  /** The date of the list, where the content tells it. */
  readonly listDay: ListDay | null;
}

export interface ContentOptions extends ListReadOptions {
  /** The one area code that the name of the file claims. */
  readonly areaCode: string | null;
  /** Entries are not from later; null while only the content can tell. */
  readonly listDay: ListDay | null;
  /** The first bytes of the file, for what the content has to be looked at for. */
  readonly start: string;
}

export type CreateContentReader = (options: ContentOptions, sink: EntrySink) => ContentReader;
