import type { RegistrationStore } from '../registration-ports.ts';
import type { SnapshotArchive } from '../snapshot-archive.ts';
import type { AreaQueue, Declarations, ImportRecords, StagedAreas, Units, UploadedLists } from './upload-ports.ts';

export interface LoadDependencies {
  readonly imports: ImportRecords;
  readonly staged: StagedAreas;
  readonly store: RegistrationStore;
  readonly archive: SnapshotArchive;
  /** What the store has used so far. */
  readonly units: () => Units;
  readonly now: () => Date;
}

export interface UploadDependencies extends LoadDependencies {
  readonly uploads: UploadedLists;
  readonly declarations: Declarations;
  readonly queue: AreaQueue;
  /** Until this invocation must be over. */
  readonly millisecondsLeft: () => number;
}
