import type { ChangeSet } from './change-set.ts';
import type { Entitlement } from './entitlement.ts';
import type { ReadCounts } from './import-dependencies.ts';
import type { ListDay } from './list-day.ts';
import type { RegistryDefinition } from './registries.ts';

/** A change list that is to be applied. */
export interface ChangeRequest {
  readonly registry: RegistryDefinition;
  readonly entitlement: Entitlement;
  readonly listDay: ListDay;
  /** The day of the list that it continues. */
  readonly baseDay: ListDay;
  /** Areas that the list is of; null: all that are held as of the base. */
  readonly areas: readonly string[] | null;
  readonly changes: ChangeSet;
  readonly summary: ReadCounts;
}
