import type { ExportManifest } from './export-schemas.ts';

/** Where a run writes. What it wrote cannot be seen until `publish`. */
export interface ExportFiles {
  /** Writes one file from its chunks as they come, holding no more than a few megabytes of it. */
  write(id: string, name: string, chunks: AsyncIterable<Uint8Array>): Promise<void>;
  /** Writes the manifest: a run without one does not exist. */
  publish(manifest: ExportManifest): Promise<void>;
}

/** What has been published. */
export interface ExportArchive {
  /** Newest first, at most `count`. */
  list(count: number): Promise<readonly ExportManifest[]>;
  manifest(id: string): Promise<ExportManifest | null>;
  /** Id of the newest run published: the one begun last, in whatever order runs end. */
  latest(): Promise<string | null>;
  /** Bytes `first` to `last` of a file, both included. */
  read(id: string, name: string, range: { readonly first: number; readonly last: number }): Promise<Uint8Array>;
  /** An address that gives out the file for some minutes to whoever holds it. */
  address(id: string, name: string): Promise<string>;
}
