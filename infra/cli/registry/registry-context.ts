import type { RegistrationStore } from '#shared/registry/registration-ports.ts';
import type { Io } from '../io.ts';

export interface RegistryContext {
  readonly store: RegistrationStore;
  /** Consumed by the store so far. */
  readonly units: { readonly read: number; readonly write: number };
  readonly io: Io;
  readonly local: boolean;
  readonly now: () => Date;
}

export const formatCount = (count: number): string => count.toLocaleString('en-US');
