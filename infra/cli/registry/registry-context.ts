import type { RegistrationStore } from '#shared/registry/registration-ports.ts';
import type { SnapshotArchive } from '#shared/registry/snapshot-archive.ts';
import type { Io } from '../io.ts';

export interface RegistryContext {
  readonly store: RegistrationStore;
  /** Deployments from before there were snapshot files have none until they are deployed again. */
  readonly archive: SnapshotArchive | undefined;
  /** Consumed by the store so far. */
  readonly units: { readonly read: number; readonly write: number };
  readonly io: Io;
  readonly local: boolean;
  readonly now: () => Date;
}

export const formatCount = (count: number): string => count.toLocaleString('en-US');
