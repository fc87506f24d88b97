import { createHash } from 'node:crypto';
import type { ListDay } from './list-day.ts';
import { lineAddress } from './page-address.ts';
import { everyContact, type ListKind } from './page-kinds.ts';
import { findListedDay } from './read-page.ts';
import type { HeldList } from './registration-ports.ts';
import { type ArchivedArea, DamagedSnapshotError, type SnapshotReader } from './snapshot-archive.ts';
import { mostDirectoryBytes, readAreaDirectory, readAreaFile } from './snapshot-file.ts';

/** All pages of an area, the file and each page checked. For jobs that go through whole areas. Throws DamagedSnapshotError. */
export async function readArchivedArea(
  reader: Pick<SnapshotReader, 'read'>,
  { object, bytes, sha256 }: ArchivedArea,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const file = await reader.read(object);
  if (file.length !== bytes || createHash('sha256').update(file).digest('hex') !== sha256) {
    throw new DamagedSnapshotError(`${object} is not the file that its manifest names`);
  }
  return readAreaFile(file);
}

/** The files of a held list, one for each of its areas. Throws DamagedSnapshotError if the archive does not have them. */
export async function archivedAreas(
  reader: Pick<SnapshotReader, 'manifest'>,
  registry: string,
  { snapshot, change, areas }: HeldList,
): Promise<readonly ArchivedArea[]> {
  const manifest = await reader.manifest({ registry, snapshot, change });
  const files = new Map(manifest?.areas.map((each) => [each.area, each]));
  return areas.map((area) => {
    const file = files.get(area);
    if (file === undefined) {
      throw new DamagedSnapshotError(`the archive has no file of area ${area} of ${registry} ${snapshot}/${change}`);
    }
    return file;
  });
}

/** One line's day with two range reads, null if it is not listed. Throws DamagedSnapshotError and DamagedPageError. */
export async function findArchivedDay(
  reader: Pick<SnapshotReader, 'read'>,
  { object, area }: ArchivedArea,
  e164: string,
  kind: ListKind = everyContact,
): Promise<ListDay | null> {
  const address = lineAddress(e164);
  if (address === null || address.area !== area) {
    return null;
  }
  const directory = readAreaDirectory(await reader.read(object, { from: 0, to: mostDirectoryBytes }));
  const range = directory.pages.get(address.page);
  return range === undefined
    ? null
    : findListedDay(await reader.read(object, range), address.line, { kind, page: address.page });
}
