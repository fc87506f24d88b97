import type { Complaint, Tombstone } from './complaint.ts';

export type SaveOutcome = 'saved' | 'conflict';

/** Where complaints live. */
export interface ComplaintStore {
  /** Consistent read. */
  get(id: string): Promise<Complaint | Tombstone | null>;
  /** Consistent reads; unknown ids are left out. */
  getAll(ids: readonly string[]): Promise<readonly (Complaint | Tombstone)[]>;
  /** Writes if the stored one still has this `edit`; null: if there is none. */
  save(complaint: Complaint | Tombstone, before: number | null): Promise<SaveOutcome>;
}

/** What is filed, apart from where it stands, because it holds names and numbers. */
export interface ComplaintDocuments {
  /** Writing the same version again changes nothing. */
  put(id: string, version: number, document: { readonly json: string; readonly letter: string }): Promise<void>;
  get(id: string, version: number): Promise<{ readonly json: string; readonly letter: string } | null>;
  /** Erases every version up to and including `upTo` except those kept. A store with versions keeps a copy for days. */
  erase(id: string, upTo: number, keep: readonly number[]): Promise<void>;
}

/** Where a regulator's list of complaints is read. */
export interface ComplaintList {
  /** Oldest first, from after the position. Eventually consistent. */
  page(
    regulator: string,
    after: ListPosition | null,
    limit: number,
  ): Promise<{ readonly complaints: readonly Complaint[]; readonly next: ListPosition | null }>;
}

export interface ListPosition {
  readonly id: string;
  readonly createdAt: string;
}

/** What a regulator finds on its queue: where to look, and no content. */
export interface Pointer {
  readonly id: string;
  readonly version: number;
  readonly event: 'filed' | 'corrected' | 'withdrawn';
  readonly sha256: string;
  readonly href: string;
}

export interface PointerQueue {
  /** Ids of those that take complaints from a queue of ours. */
  readonly regulators: Pick<ReadonlySet<string>, 'has'>;
  /** May deliver a pointer more than once; consumers tell repeats by id and version. */
  send(regulator: string, pointer: Pointer): Promise<void>;
}

export interface Backlog {
  readonly count: number;
  readonly since: string | null;
}

/** The complaints that wait to be taken, and when each was sent. */
export interface ComplaintOutbox {
  /** Those that wait, in the order in which they are to be sent (again). Eventually consistent. */
  waiting(regulator: string, limit: number): Promise<readonly Complaint[]>;
  /** Of all that wait, however many: how many, and since when the longest (RFC 3339 UTC). Eventually consistent. */
  backlog(regulator: string): Promise<Backlog>;
  /** Notes a sending; nothing happens if that version waits no more. */
  markSent(id: string, version: number, mark: { readonly at: Date; readonly sendAfter: Date }): Promise<void>;
}
