import type { Entitlement } from '../entitlement.ts';
import type { ListFile, ListSummary } from '../formats/list-reading.ts';
import type { ListKind } from '../page-kinds.ts';
import type { HeldKind } from '../registration-ports.ts';
import type { ArchivedArea } from '../snapshot-archive.ts';

/** An operator's standing word on a registry: under what it holds the lists that will be uploaded. Times are RFC 3339. */
export interface Declaration extends Entitlement {
  readonly registry: string;
  readonly declaredAt: string;
  /** Of a local run: lists that are declared synthetic may stand for registries that hand out none. */
  readonly madeUpLists: boolean;
}

export interface Declarations {
  find(registry: string): Promise<Declaration | null>;
  put(declaration: Declaration): Promise<void>;
}

/** `waiting`: for the list that it continues, which is still being imported. The last five are ends. */
export type ImportState =
  | 'reading'
  | 'waiting'
  | 'applying'
  | 'loading'
  | 'imported'
  | 'changed'
  | 'already_current'
  | 'already_applied'
  | 'refused';

/** Of a full list that is being loaded, what its loaders share. */
export interface LoadPlan {
  readonly snapshot: string;
  readonly listDate: string;
  readonly kinds: readonly ListKind[];
  readonly heldKinds: readonly HeldKind[];
  readonly former: string;
  /** Ascending. */
  readonly areas: readonly string[];
  readonly pages: number;
  readonly numbers: number;
}

export interface Units {
  readonly read: number;
  readonly write: number;
}

/** One import of an uploaded file, from the first look to the end. */
export interface ListImport {
  readonly id: string;
  /** As the folder says; there may be no such registry. */
  readonly registry: string;
  /** Its name, without folders. */
  readonly file: string;
  readonly bytes: number;
  readonly uploadedAt: string;
  readonly startedAt: string;
  /** When somebody last began to read the file, or sent its areas to be loaded. */
  readonly takenUpAt: string;
  readonly state: ImportState;
  readonly endedAt: string | null;
  /** Sentences for the operator: why it was refused, what had to be assumed. */
  readonly messages: readonly string[];
  readonly entitlement: Entitlement | null;
  readonly listDate: string | null;
  readonly format: string | null;
  /** While it is read and after. */
  readonly lines: number;
  readonly read: Pick<ListSummary, 'lines' | 'entries' | 'added' | 'deleted' | 'skipped'> | null;
  /** The most that writing it takes, known before the first write. */
  readonly estimate: Units | null;
  readonly plan: LoadPlan | null;
  /** Areas that are loaded. */
  readonly done: readonly string[];
  /** Used so far. */
  readonly units: Units;
}

/** What changes in the course of an import. */
export type ImportChange = Partial<
  Pick<
    ListImport,
    | 'takenUpAt'
    | 'state'
    | 'endedAt'
    | 'messages'
    | 'entitlement'
    | 'listDate'
    | 'format'
    | 'lines'
    | 'read'
    | 'estimate'
    | 'plan'
  >
>;

export interface ImportRecords {
  find(id: string): Promise<ListImport | null>;
  /** The newest first; old ones that ended may be forgotten. */
  list(): Promise<readonly ListImport[]>;
  /** Writes it down, unless one with its id is under way. */
  begin(fresh: ListImport): Promise<void>;
  /** Only of the run that started then and is in one of these states. Units are added to those used so far. */
  change(
    run: Pick<ListImport, 'id' | 'startedAt'>,
    from: readonly ImportState[],
    change: ImportChange,
    units?: Units,
  ): Promise<'changed' | 'outdated'>;
  /** Answers the areas that are loaded now; null if this snapshot is not being loaded (any more). */
  areaDone(id: string, snapshot: string, area: string, units: Units): Promise<readonly string[] | null>;
}

/** An uploaded file as it was when it was opened; reading throws if another has taken its place. */
export interface UploadedList {
  readonly file: ListFile;
  /** Differs if the content does. */
  readonly tag: string;
  readonly uploadedAt: string;
  /** What was said with it, by name. */
  readonly told: Readonly<Record<string, string>>;
}

export interface UploadedLists {
  open(object: string): Promise<UploadedList | null>;
  /** Only what was opened: what was put under the same name since, or with other words, stays, for its own event. */
  erase(object: string, opened: Pick<UploadedList, 'tag' | 'uploadedAt' | 'told'>): Promise<void>;
}

export interface LoadedArea {
  readonly file: ArchivedArea;
  readonly blurred: number;
}

/** What passes between who reads a file and who loads its areas. What is put again has the same content. */
export interface StagedAreas {
  put(importId: string, area: string, lines: Uint8Array): Promise<void>;
  get(importId: string, area: string): Promise<Uint8Array | null>;
  putLoaded(importId: string, snapshot: string, area: string, loaded: LoadedArea): Promise<void>;
  loaded(importId: string, snapshot: string, area: string): Promise<LoadedArea | null>;
  erase(importId: string): Promise<void>;
}

export interface AreaErrand {
  readonly importId: string;
  readonly area: string;
}

export interface AreaQueue {
  /** Any number at once. */
  send(errands: readonly AreaErrand[]): Promise<void>;
}
