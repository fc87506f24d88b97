import type { Entitlement } from './entitlement.ts';
import type { ListKind } from './page-kinds.ts';

/** The last list, full or of changes, that told a kind of contact. */
export interface HeldKind {
  readonly kind: ListKind;
  readonly listDate: string;
}

/** Which changes of a snapshot's pages count (held-page.ts). Changes are numbered in the order in which they were begun. */
export interface CountedChanges {
  /** The last change list that counts; 0 before the first. */
  readonly change: number;
  /** Earlier ones that were begun and given up. */
  readonly voided: readonly number[];
}

/** A list, or what is left of it, from which lines are answered. Dates are `YYYY-MM-DD`, times RFC 3339. */
export interface HeldList extends CountedChanges {
  readonly snapshot: string;
  readonly listDate: string;
  /** Area names as in page-address.ts. An area is in one held list at most. */
  readonly areas: readonly string[];
  /** Ascending; other kinds are not answered for. */
  readonly kinds: readonly HeldKind[];
  /** Content of the last change list that counts; null before the first. */
  readonly changeDigest: string | null;
}

/** A change list that was begun, and is not known to have ended. */
export interface BegunChange {
  readonly change: number;
  readonly digest: string;
  readonly listDate: string;
  /** Those it brings up to date, whether or not it changes them. */
  readonly areas: readonly string[];
  readonly kinds: readonly ListKind[];
  readonly startedAt: string;
}

export interface LoadingSnapshot {
  readonly snapshot: string;
  readonly areas: readonly string[];
  readonly startedAt: string;
  /** What was written of it is being removed: it never answers. */
  readonly givenUp?: true | undefined;
}

/** A list that answered before, as it was then. */
export interface RetiredSnapshot extends HeldList {
  readonly retiredAt: string;
}

/** The moving pointer of a registry: one small record that is replaced as a whole, so readers see all of a load or none. */
export interface RegistryHead {
  readonly registry: string;
  /** Grows with every change; the condition of the next one. 0: there is no record yet. */
  readonly revision: number;
  /** Grows when answers change, and when a list that was loading is given up. */
  readonly generation: number;
  readonly lists: readonly HeldList[];
  /** Begun, and not known to have ended. */
  readonly loading: readonly LoadingSnapshot[];
  /** No longer answered from, not yet removed. */
  readonly retired: readonly RetiredSnapshot[];
  readonly changing: readonly BegunChange[];
}

export interface PageKey {
  readonly registry: string;
  readonly snapshot: string;
  readonly page: string;
}

/** What is needed to read a page as it was before the last change to it. */
export interface PageUndo {
  /** The change before; 0 if there was none. */
  readonly change: number;
  /** page-undo.ts */
  readonly bytes: Uint8Array;
}

/** A page as it is stored: as the last change list left it, whether that counts or not. */
export interface StoredPage {
  readonly bytes: Uint8Array;
  /** 0: as the full list left it. */
  readonly change: number;
  /** Null only with change 0. */
  readonly undo: PageUndo | null;
}

export interface ChangedPage extends PageKey, StoredPage {
  /** The change that it must have now for this to be written; null: there must be no such page. */
  readonly after: number | null;
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

/** What is kept about a change list, as about a full one. */
export interface ChangeRecord {
  readonly registry: string;
  readonly change: number;
  readonly listDate: string;
  readonly baseDate: string;
  readonly entitlement: Entitlement;
  readonly importedAt: string;
  readonly areas: number;
  /** Changed ones. */
  readonly pages: number;
  /** Lines that are listed now and were not before, and the other way round. */
  readonly added: number;
  readonly deleted: number;
  /** Lines that were deleted and added again. */
  readonly restarted: number;
  readonly lines: number;
  readonly skipped: number;
}

/** What the look-up needs. Reads may be a second old. */
export interface RegistrationReader {
  /** Registries without any list are left out. */
  heads(registries: readonly string[]): Promise<readonly RegistryHead[]>;
  /** In the order of the keys; null where nobody is listed. At most 100. */
  pages(keys: readonly PageKey[]): Promise<readonly (StoredPage | null)[]>;
}

/** The import's view of pointers. Reads are current. */
export interface HeadStore {
  head(registry: string): Promise<RegistryHead>;
  /** Replaces the record with this revision by the given content and the next revision. */
  replaceHead(head: RegistryHead): Promise<'replaced' | 'outdated'>;
}

/** The import's view of pages. Reads are current; writing or removing again changes nothing. At most 100 at once. */
interface PageStore {
  storedPages(keys: readonly PageKey[]): Promise<readonly (StoredPage | null)[]>;
  /** Of a full list. Pages that a change list has changed since stay as they are. */
  putPages(pages: readonly (PageKey & { readonly bytes: Uint8Array })[]): Promise<void>;
  removePages(keys: readonly PageKey[]): Promise<void>;
  /** Each on its own condition; in the order given. */
  changePages(pages: readonly ChangedPage[]): Promise<readonly ('changed' | 'outdated')[]>;
}

/** The import's view of directories and records. Any number at once. */
interface SnapshotStore {
  areas(keys: readonly AreaKey[]): Promise<readonly (AreaEntry | null)[]>;
  putAreas(entries: readonly AreaEntry[]): Promise<void>;
  removeAreas(keys: readonly AreaKey[]): Promise<void>;
  snapshot(registry: string, snapshot: string): Promise<SnapshotRecord | null>;
  putSnapshot(record: SnapshotRecord): Promise<void>;
  changeRecord(registry: string, change: number): Promise<ChangeRecord | null>;
  putChangeRecord(record: ChangeRecord): Promise<void>;
}

export interface RegistrationStore extends RegistrationReader, HeadStore, PageStore, SnapshotStore {}
