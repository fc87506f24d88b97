import type { Entitlement } from './entitlement.ts';

/** A list, or what is left of it, from which lines are answered. Dates are `YYYY-MM-DD`, times RFC 3339. */
export interface HeldList {
  readonly snapshot: string;
  readonly listDate: string;
  /** Area names as in page-address.ts. An area is in one held list at most. */
  readonly areas: readonly string[];
}

export interface LoadingSnapshot {
  readonly snapshot: string;
  readonly areas: readonly string[];
  readonly startedAt: string;
}

export interface RetiredSnapshot {
  readonly snapshot: string;
  readonly areas: readonly string[];
  readonly retiredAt: string;
}

/** The moving pointer of a registry: one small record that is replaced as a whole, so readers see all of a load or none. */
export interface RegistryHead {
  readonly registry: string;
  /** Grows with every change; the condition of the next one. 0: there is no record yet. */
  readonly revision: number;
  /** Grows when answers change. */
  readonly generation: number;
  readonly lists: readonly HeldList[];
  /** Begun, and not known to have ended. */
  readonly loading: readonly LoadingSnapshot[];
  /** No longer answered from, not yet removed. */
  readonly retired: readonly RetiredSnapshot[];
}

export interface PageKey {
  readonly registry: string;
  readonly snapshot: string;
  readonly page: string;
}

export interface AreaKey {
  readonly registry: string;
  readonly snapshot: string;
  readonly area: string;
}

/** The directory of one area of a snapshot, written before its pages so that these can always be found again. */
export interface AreaEntry extends AreaKey {
  readonly pages: readonly string[];
  readonly numbers: number;
  readonly digest: string;
}

/** What is kept about a list for as long as the deployment lives: who held it, on what basis, and what it was. */
export interface SnapshotRecord {
  readonly registry: string;
  readonly snapshot: string;
  readonly listDate: string;
  readonly entitlement: Entitlement;
  readonly importedAt: string;
  readonly areas: number;
  readonly pages: number;
  readonly numbers: number;
  readonly lines: number;
  readonly skipped: number;
  readonly blurred: number;
}

/** What the look-up needs. Reads may be a second old. */
export interface RegistrationReader {
  /** Registries without any list are left out. */
  heads(registries: readonly string[]): Promise<readonly RegistryHead[]>;
  /** In the order of the keys; null where nobody is listed. At most 100. */
  pages(keys: readonly PageKey[]): Promise<readonly (Uint8Array | null)[]>;
}

/** The import's view of pointers. Reads are current. */
export interface HeadStore {
  head(registry: string): Promise<RegistryHead>;
  /** Replaces the record with this revision by the given content and the next revision. */
  replaceHead(head: RegistryHead): Promise<'replaced' | 'outdated'>;
}

/** The import's view of pages. Reads are current; writing or removing again changes nothing. At most 100 at once. */
interface PageStore {
  storedPages(keys: readonly PageKey[]): Promise<readonly (Uint8Array | null)[]>;
  putPages(pages: readonly (PageKey & { readonly bytes: Uint8Array })[]): Promise<void>;
  removePages(keys: readonly PageKey[]): Promise<void>;
}

/** The import's view of directories and records. Any number at once. */
interface SnapshotStore {
  areas(keys: readonly AreaKey[]): Promise<readonly (AreaEntry | null)[]>;
  putAreas(entries: readonly AreaEntry[]): Promise<void>;
  removeAreas(keys: readonly AreaKey[]): Promise<void>;
  snapshot(registry: string, snapshot: string): Promise<SnapshotRecord | null>;
  putSnapshot(record: SnapshotRecord): Promise<void>;
}

export interface RegistrationStore extends RegistrationReader, HeadStore, PageStore, SnapshotStore {}
