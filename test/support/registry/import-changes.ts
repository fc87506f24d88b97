import { createChangeSet } from '#shared/registry/change-set.ts';
import type { ListOperation } from '#shared/registry/formats/list-reading.ts';
import { type ChangeOutcome, importChanges } from '#shared/registry/import-changes.ts';
import { parseListDate } from '#shared/registry/list-day.ts';
import { everyContact, type ListKind } from '#shared/registry/page-kinds.ts';
import type { RegistrationStore } from '#shared/registry/registration-ports.ts';
import { type RegistryDefinition, usNational } from '#shared/registry/registries.ts';
import type { SnapshotArchive } from '#shared/registry/snapshot-archive.ts';
import { toE164 } from '../flat-list-files.ts';

export interface ChangeEntry {
  /** `413,5550142`. */
  readonly line: string;
  readonly operation: ListOperation;
  readonly kind?: ListKind;
  readonly date?: string;
}

export interface ChangesToImport {
  readonly store: RegistrationStore;
  readonly archive?: SnapshotArchive | undefined;
  readonly entries: readonly ChangeEntry[];
  readonly listDate: string;
  readonly base: string;
  readonly areas?: readonly string[] | null;
  readonly now?: Date;
  readonly registry?: RegistryDefinition;
}

export const added = (...lines: readonly string[]): readonly ChangeEntry[] =>
  lines.map((line) => ({ line, operation: 'add' }));
export const deleted = (...lines: readonly string[]): readonly ChangeEntry[] =>
  lines.map((line) => ({ line, operation: 'delete' }));

/** Applies a well-formed change list. */
export async function importEntries(list: ChangesToImport): Promise<ChangeOutcome> {
  const changes = createChangeSet();
  for (const { line, operation, kind = everyContact, date } of list.entries) {
    changes.take(Number(toE164(line).slice(1)), operation, kind, date === undefined ? null : day(date));
  }
  return importChanges(
    {
      registry: list.registry ?? usNational,
      entitlement: { subscription: 'synthetic', basis: 'test' },
      listDay: day(list.listDate),
      baseDay: day(list.base),
      areas: list.areas ?? null,
      changes,
      summary: { lines: list.entries.length, skipped: {} },
    },
    { store: list.store, archive: list.archive, now: () => list.now ?? new Date(`${list.listDate}T12:00:00Z`) },
  );
}

function day(date: string): number {
  const parsed = parseListDate(date);
  if (parsed === null) {
    throw new Error(`not a date: ${date}`);
  }
  return parsed;
}
