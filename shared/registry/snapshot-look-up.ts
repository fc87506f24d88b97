import { answerFromList } from './answer-from-list.ts';
import { exchangeOfPage, type LineAddress, lineAddress } from './page-address.ts';
import { archivedAreas, readArchivedArea } from './read-snapshot.ts';
import type { HeldList, RegistryHead } from './registration-ports.ts';
import type { ListAnswer } from './registry-facts.ts';
import type { ArchivedArea, SnapshotReader } from './snapshot-archive.ts';
import { type UnpackedArea, unpackArea } from './unpacked-area.ts';

/** Answers from the files of the snapshots, for jobs that ask very often; the serving copy is not touched. */
export interface SnapshotLookup {
  /** Null if no held list covers the line for this kind of contact. Throws DamagedSnapshotError and DamagedPageError. */
  lookUp(e164: string, contact: 'call' | 'text'): Promise<ListAnswer | null>;
  readonly areasRead: number;
}

/** All pages of the national list of the US take 250 MB unpacked, so that all its areas stay. */
const keptBytes = 384 * 2 ** 20;

interface CoveredArea {
  readonly list: HeldList;
  readonly file: ArchivedArea;
}

/**
 * As the pointer stands when it is opened: no answer is of a later list. An area is read, checked and unpacked as a whole when a
 * line of it is first asked for; those not asked for the longest are let go beyond `mostBytes`. Its file stays for one change list
 * after that; when more were applied meanwhile, it may be gone, and the look-up throws DamagedSnapshotError.
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
  const kept = new Map<string, UnpackedArea>();
  let bytes = 0;
  let areasRead = 0;

  const openArea = async ({ file }: CoveredArea): Promise<UnpackedArea> => {
    const area = unpackArea(await readArchivedArea(reader, file));
    areasRead += 1;
    for (const [name, other] of kept) {
      if (bytes + area.bytes <= mostBytes) {
        break;
      }
      kept.delete(name);
      bytes -= other.bytes;
    }
    bytes += area.bytes;
    return area;
  };

  return {
    async lookUp(e164, contact) {
      const address: LineAddress | null = lineAddress(e164);
      const covered = address === null ? undefined : areas.get(address.area);
      if (address === null || covered === undefined) {
        return null;
      }
      const area = kept.get(address.area) ?? (await openArea(covered));
      kept.delete(address.area);
      kept.set(address.area, area);
      const exchange = exchangeOfPage(address.page);
      return answerFromList(
        { registry, list: covered.list },
        (kind) => area.dayOf(exchange, address.line, kind) || null,
        contact,
      );
    },
    get areasRead() {
      return areasRead;
    },
  };
}
