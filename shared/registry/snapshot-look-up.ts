import { answerFromList } from './answer-from-list.ts';
import { type LineAddress, lineAddress } from './page-address.ts';
import { archivedAreas, readArchivedArea } from './read-snapshot.ts';
import type { HeldList, RegistryHead } from './registration-ports.ts';
import type { ListAnswer } from './registry-facts.ts';
import type { ArchivedArea, SnapshotReader } from './snapshot-archive.ts';

/** Answers from the files of the snapshots, for jobs that ask very often; the serving copy is not touched. */
export interface SnapshotLookup {
  /** Null if no held list covers the line for this kind of contact. Throws DamagedSnapshotError and DamagedPageError. */
  lookUp(e164: string, contact: 'call' | 'text'): Promise<ListAnswer | null>;
  readonly areasRead: number;
}

/** All pages of the national list of the US take 150 MB, so that all its areas stay. */
const keptBytes = 256 * 2 ** 20;

type Pages = ReadonlyMap<string, Uint8Array>;

interface CoveredArea {
  readonly list: HeldList;
  readonly file: ArchivedArea;
}

/**
 * As the pointer stands when it is opened, whatever is imported meanwhile. An area is read and checked as a whole when a
 * line of it is first asked for; those not asked for the longest are let go beyond `mostBytes`.
 */
export async function openSnapshots(
  reader: SnapshotReader,
  { registry, lists }: Pick<RegistryHead, 'registry' | 'lists'>,
  mostBytes = keptBytes,
): Promise<SnapshotLookup> {
  const areas = new Map<string, CoveredArea>();
  for (const list of lists) {
    for (const file of await archivedAreas(reader, registry, list)) {
      areas.set(file.area, { list, file });
    }
  }
  /** The last asked last. */
  const kept = new Map<string, Pages>();
  let bytes = 0;
  let areasRead = 0;

  const pagesOf = async ({ file }: CoveredArea): Promise<Pages> => {
    const pages = kept.get(file.area);
    if (pages !== undefined) {
      kept.delete(file.area);
      kept.set(file.area, pages);
      return pages;
    }
    for (const area of kept.keys()) {
      if (bytes + file.bytes <= mostBytes) {
        break;
      }
      kept.delete(area);
      bytes -= areas.get(area)?.file.bytes ?? 0;
    }
    const read = await readArchivedArea(reader, file);
    areasRead += 1;
    kept.set(file.area, read);
    bytes += file.bytes;
    return read;
  };

  return {
    async lookUp(e164, contact) {
      const address: LineAddress | null = lineAddress(e164);
      const covered = address === null ? undefined : areas.get(address.area);
      if (address === null || covered === undefined) {
        return null;
      }
      const page = (await pagesOf(covered)).get(address.page);
      const stored = page === undefined ? null : { bytes: page, change: 0, undo: null };
      return answerFromList(
        { registry, list: covered.list },
        { page: stored, standing: 'as_stored' },
        address,
        contact,
      );
    },
    get areasRead() {
      return areasRead;
    },
  };
}
