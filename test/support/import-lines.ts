import { type FlatListOutcome, readFlatList } from '#shared/registry/flat-list.ts';
import { type ImportOutcome, importList } from '#shared/registry/import-list.ts';
import { parseListDate } from '#shared/registry/list-day.ts';
import type { RegistrationStore } from '#shared/registry/registration-ports.ts';
import { type RegistryDefinition, usNational } from '#shared/registry/registries.ts';
import type { SnapshotArchive } from '#shared/registry/snapshot-archive.ts';

/** Text as a file would give it, in chunks of the given size. */
async function* inPieces(text: string | Uint8Array, size = 1000): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) {
    yield bytes.subarray(at, at + size);
  }
}

export function readText(text: string | Uint8Array, areaCode: string | null = null, size = 1000) {
  return readFlatList(inPieces(text, size), { areaCode });
}

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

/** Imports well-formed lines; fails the test if they are not. */
export async function importLines(list: LinesToImport): Promise<ImportOutcome> {
  const read = expectRead(await readText(`${list.lines.join('\n')}\n`, null, 1 << 16));
  const listDay = parseListDate(list.listDate);
  if (listDay === null) {
    throw new Error(`not a date: ${list.listDate}`);
  }
  return importList(
    {
      registry: list.registry ?? usNational,
      entitlement: { subscription: 'synthetic', basis: 'test' },
      listDay,
      numbers: read.numbers,
      summary: read.summary,
      acceptShrink: list.acceptShrink ?? false,
    },
    { store: list.store, archive: list.archive, now: () => list.now ?? new Date(`${list.listDate}T12:00:00Z`) },
  );
}

export function expectRead(outcome: FlatListOutcome): FlatListOutcome & { readonly kind: 'read' } {
  if (outcome.kind === 'refused') {
    throw new Error(`refused: ${outcome.message}`);
  }
  return outcome;
}
