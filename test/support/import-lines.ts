import { type ImportOutcome, importList } from '#shared/registry/import-list.ts';
import { createLineSet } from '#shared/registry/line-set.ts';
import { parseListDate } from '#shared/registry/list-day.ts';
import { linesOfAPage } from '#shared/registry/page-address.ts';
import type { RegistrationStore } from '#shared/registry/registration-ports.ts';
import { type RegistryDefinition, usNational } from '#shared/registry/registries.ts';
import type { SnapshotArchive } from '#shared/registry/snapshot-archive.ts';
import { toE164 } from './flat-list-files.ts';

export interface LinesToImport {
  readonly store: RegistrationStore;
  /** `413,5550142` each. */
  readonly lines: readonly string[];
  readonly listDate: string;
  readonly now?: Date;
  readonly acceptShrink?: boolean;
  readonly registry?: RegistryDefinition;
  readonly archive?: SnapshotArchive | undefined;
}

/** Imports well-formed lines as a full list. */
export async function importLines(list: LinesToImport): Promise<ImportOutcome> {
  const listDay = parseListDate(list.listDate);
  if (listDay === null) {
    throw new Error(`not a date: ${list.listDate}`);
  }
  const numbers = createLineSet();
  let twice = 0;
  for (const line of list.lines) {
    const number = Number(toE164(line).slice(1));
    twice += numbers.add(Math.floor(number / linesOfAPage), number % linesOfAPage) ? 0 : 1;
  }
  return importList(
    {
      registry: list.registry ?? usNational,
      entitlement: { subscription: 'synthetic', basis: 'test' },
      listDay,
      numbers,
      summary: { lines: list.lines.length, skipped: twice === 0 ? {} : { duplicate: { count: twice } } },
      acceptShrink: list.acceptShrink ?? false,
    },
    { store: list.store, archive: list.archive, now: () => list.now ?? new Date(`${list.listDate}T12:00:00Z`) },
  );
}
