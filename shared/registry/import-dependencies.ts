import type { RegistrationStore } from './registration-ports.ts';
import type { SnapshotArchive } from './snapshot-archive.ts';

/** What reading the file came to, for the record. */
export interface ReadCounts {
  readonly lines: number;
  readonly skipped: Readonly<Partial<Record<string, { readonly count: number }>>>;
}

/** Of imports of full lists and of change lists. */
export interface ImportDependencies {
  readonly store: RegistrationStore;
  /** Without it only the serving copy is written. */
  readonly archive?: SnapshotArchive | undefined;
  readonly now: () => Date;
  /** Before the first page is written; of a full list, with the pages on which other kinds of contact stay. */
  readonly onBegun?: (pages: number) => void;
  readonly onProgress?: (pages: number, ofPages: number) => void;
}
