/** How the pages that answer differ from the snapshot's files. */
export interface CopyReport {
  readonly areas: number;
  /** Of the snapshot. */
  readonly pages: number;
  /** Pages of the snapshot that nobody is answered from, that say something else or cannot be read. */
  readonly missing: number;
  readonly different: number;
  /** Pages that list lines where the snapshot lists none. */
  readonly extra: number;
  /** Directories that do not name all pages of their area, by which they could not be removed one day. */
  readonly directories: number;
  /** Of these all, how many were put right and read back. */
  readonly mended: number;
  /** Areas in which there was something, and those of which the snapshot has no sound file. */
  readonly differing: readonly string[];
  readonly withoutFile: readonly string[];
}

export type CopyOutcome =
  | { readonly kind: 'compared'; readonly report: CopyReport }
  /** An import moved the pointer while this ran, so that the report mixes two lists. */
  | { readonly kind: 'moved_meanwhile'; readonly report: CopyReport }
  | { readonly kind: 'nothing_held' };
