import type { CollectedList } from '../collect-list.ts';
import type { Entitlement } from '../entitlement.ts';
import type { ListFileFacts, ListSummary } from '../formats/list-reading.ts';
import type { RegistryDefinition } from '../registries.ts';
import type { ToldOptions } from './told-options.ts';
import type { ListImport } from './upload-ports.ts';

/** An uploaded file that was read to its end and found in order. */
export interface ReadFile {
  readonly record: ListImport;
  readonly registry: RegistryDefinition;
  readonly entitlement: Entitlement;
  readonly facts: ListFileFacts;
  readonly summary: ListSummary;
  readonly told: ToldOptions;
  readonly list: CollectedList;
}
