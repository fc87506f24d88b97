import type { HeldKind } from './registration-ports.ts';

/**
 * Snapshots as files (docs/registry-snapshots.md): the source of truth, from which the pages that answer are loaded and
 * which bulk jobs read. Everything in it is written once and never changed.
 */
export interface ArchivedArea {
  readonly area: string;
  readonly object: string;
  readonly bytes: number;
  /** Hex. */
  readonly sha256: string;
}

/** `change` is 0 for the full list, else the number of the last change list that is in it. */
export interface SnapshotKey {
  readonly registry: string;
  readonly snapshot: string;
  readonly change: number;
}

export interface SnapshotManifest extends SnapshotKey {
  readonly listDate: string;
  readonly kinds: readonly HeldKind[];
  /** Ascending. Files of areas that the last changes left alone are those of the snapshot before. */
  readonly areas: readonly ArchivedArea[];
}

/** Bytes `from` (included) to `to` (excluded). */
export interface ByteRange {
  readonly from: number;
  readonly to: number;
}

export interface EraseOptions {
  readonly before: number;
  readonly keep: readonly SnapshotManifest[];
}

export interface SnapshotReader {
  manifest(key: SnapshotKey): Promise<SnapshotManifest | null>;
  /** May answer fewer bytes than asked where the object ends. Rejects if there is no such object. */
  read(object: string, range?: ByteRange): Promise<Uint8Array>;
}

export interface SnapshotArchive extends SnapshotReader {
  putArea(key: SnapshotKey & { readonly area: string }, file: Uint8Array): Promise<ArchivedArea>;
  putManifest(manifest: SnapshotManifest): Promise<void>;
  /** All of a snapshot; or of its changes below `before`, but for what the manifests to keep name, and these themselves. */
  erase(snapshot: Omit<SnapshotKey, 'change'>, options?: EraseOptions): Promise<void>;
}

/** An object of the archive that is not what it should be. */
export class DamagedSnapshotError extends Error {
  override readonly name = 'DamagedSnapshotError';
}
