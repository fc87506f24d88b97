import type { FormerArea } from './former-areas.ts';
import { heldPage } from './held-page.ts';
import { inChunks } from './in-chunks.ts';
import { linesOfAPage } from './page-address.ts';
import type { ListKind } from './page-kinds.ts';
import { readPage } from './read-page.ts';
import type { RegistrationStore } from './registration-ports.ts';

/**
 * How many numbers are held of these kinds, by area. The directory tells how many the last full list had, of whatever kinds: where
 * others are held, too, the pages themselves are counted. Null if a change list ended meanwhile.
 */
export async function heldNumbers(
  store: RegistrationStore,
  registry: string,
  former: ReadonlyMap<string, FormerArea>,
  kinds: readonly ListKind[],
): Promise<ReadonlyMap<string, number> | null> {
  const numbers = new Map<string, number>();
  for (const [area, held] of former) {
    const isAlone = held.list.kinds.every(({ kind }) => kinds.includes(kind));
    const counted = isAlone ? held.entry.numbers : await countNumbers(store, registry, held, kinds);
    if (counted === null) {
      return null;
    }
    numbers.set(area, counted);
  }
  return numbers;
}

async function countNumbers(
  store: RegistrationStore,
  registry: string,
  { list, entry }: FormerArea,
  kinds: readonly ListKind[],
): Promise<number | null> {
  const wanted = list.kinds.map(({ kind }) => kind).filter((kind) => kinds.includes(kind));
  let numbers = 0;
  let isOutdated = false;
  await inChunks(wanted.length === 0 ? [] : entry.pages, async (chunk) => {
    const keys = chunk.map((page) => ({ registry, snapshot: list.snapshot, page }));
    for (const stored of await store.storedPages(keys)) {
      const held = heldPage(stored, list);
      if (held === 'pointer_outdated') {
        isOutdated = true;
        return;
      }
      numbers += held.bytes === null ? 0 : countLines(held.bytes, wanted);
    }
  });
  return isOutdated ? null : numbers;
}

/** A line under two kinds counts twice, as in a list. */
function countLines(page: Uint8Array, kinds: readonly ListKind[]): number {
  let lines = 0;
  for (const { kind, days } of readPage(page).layers) {
    for (let line = 0; kinds.includes(kind) && line < linesOfAPage; line += 1) {
      lines += days[line] === 0 ? 0 : 1;
    }
  }
  return lines;
}
