import type { ChangeRequest } from './change-request.ts';
import type { LineChange } from './continue-page.ts';
import { changePage } from './continue-page.ts';
import type { FormerArea } from './former-areas.ts';
import { type HeldPage, heldPage } from './held-page.ts';
import type { ImportDependencies } from './import-dependencies.ts';
import { inChunks } from './in-chunks.ts';
import { areaOfPage } from './page-address.ts';
import { everyContact } from './page-kinds.ts';
import { writeUndo } from './page-undo.ts';
import { readPage } from './read-page.ts';
import type { BegunChange, ChangedPage, StoredPage } from './registration-ports.ts';

export interface ChangeCounts {
  readonly pages: number;
  readonly added: number;
  readonly deleted: number;
  readonly restarted: number;
}

interface Work {
  readonly request: ChangeRequest;
  readonly begun: BegunChange;
  readonly pages: readonly string[];
  readonly former: ReadonlyMap<string, FormerArea>;
  /** Null without an archive; else each page as the archive has it. */
  readonly files: { page(name: string): Uint8Array | null } | null;
}

interface Changed {
  readonly counts: ChangeCounts;
  /** As they are now, by name; only those that the list changes. */
  readonly pages: ReadonlyMap<string, Uint8Array>;
}

/** Writes every page that the change list changes; pages on which it changes nothing are left alone. */
export async function changePages(
  work: Work,
  { store, onProgress }: ImportDependencies,
): Promise<Changed | 'superseded'> {
  const counts = { pages: 0, added: 0, deleted: 0, restarted: 0 };
  const changed = new Map<string, Uint8Array>();
  let seen = 0;
  let superseded = false;
  await inChunks(work.pages, async (chunk) => {
    if (superseded) {
      return;
    }
    const keys = chunk.map((page) => ({
      registry: work.request.registry.id,
      snapshot: work.former.get(areaOfPage(page))?.list.snapshot ?? '',
      page,
    }));
    const stored = await store.storedPages(keys);
    const toWrite: ChangedPage[] = [];
    for (const [index, key] of keys.entries()) {
      const made = makePage(work, key.page, stored[index] ?? null);
      if (made === 'superseded') {
        superseded = true;
        return;
      }
      if (made === null) {
        continue;
      }
      add(counts, made.counts);
      changed.set(key.page, made.page.bytes);
      if (!isStored(stored[index] ?? null, made.page)) {
        toWrite.push({ ...key, ...made.page, after: stored[index]?.change ?? null });
      }
    }
    // Whether another writer was faster shows when the pages are read back.
    await store.changePages(toWrite);
    const now = toWrite.length === 0 ? [] : await store.storedPages(toWrite);
    superseded ||= toWrite.some((page, index) => !isStored(now[index] ?? null, page));
    seen += chunk.length;
    onProgress?.(seen, work.pages.length);
  });
  return superseded ? 'superseded' : { counts, pages: changed };
}

interface MadePage {
  readonly page: StoredPage;
  readonly counts: ChangeCounts;
}

/** Null if the list changes nothing on the page. */
function makePage(work: Work, name: string, stored: StoredPage | null): MadePage | null | 'superseded' {
  const { request, begun, files } = work;
  const list = work.former.get(areaOfPage(name))?.list;
  const before = list === undefined ? 'pointer_outdated' : heldPage(stored, list);
  if (before === 'pointer_outdated') {
    return 'superseded';
  }
  if (files !== null && !agrees(stored, before, files.page(name))) {
    throw new Error(
      `the serving copy of a page of area ${areaOfPage(name)} is not what the snapshot says: run registry restore ${request.registry.id}, then this again`,
    );
  }
  const changes = request.changes.changes(name);
  const { page: bytes } = changePage({
    name: { callingCode: request.registry.callingCode, page: name },
    listDay: request.listDay,
    former: before.bytes,
    changes,
  });
  const counts = countChanges(before.bytes, bytes, changes);
  if (counts.added + counts.deleted + counts.restarted === 0) {
    return null;
  }
  const undo = { change: before.change, bytes: writeUndo(before.bytes, bytes) };
  return { page: { bytes, change: begun.change, undo }, counts };
}

/** Where a page was changed since, its lines are compared; else its bytes. A page without lines is none. */
export function agrees(stored: StoredPage | null, before: HeldPage, archived: Uint8Array | null): boolean {
  if (stored !== null && before.bytes === stored.bytes && archived !== null) {
    return Buffer.compare(stored.bytes, archived) === 0;
  }
  const layers = (bytes: Uint8Array | null) => (bytes === null ? [] : readPage(bytes).layers);
  const [one, other] = [layers(before.bytes), layers(archived)];
  return (
    one.length === other.length &&
    one.every(
      ({ kind, days }, index) =>
        other[index]?.kind === kind && days.every((day, line) => other[index]?.days[line] === day),
    )
  );
}

function isStored(stored: StoredPage | null, page: StoredPage): boolean {
  return (
    stored !== null &&
    stored.change === page.change &&
    Buffer.compare(stored.bytes, page.bytes) === 0 &&
    stored.undo?.change === page.undo?.change &&
    Buffer.compare(stored.undo?.bytes ?? Buffer.alloc(0), page.undo?.bytes ?? Buffer.alloc(0)) === 0
  );
}

function countChanges(before: Uint8Array | null, after: Uint8Array, changes: readonly LineChange[]): ChangeCounts {
  const was = daysByKind(before);
  const is = daysByKind(after);
  const counts = { pages: 1, added: 0, deleted: 0, restarted: 0 };
  for (const [index, { line, kind = everyContact, change }] of changes.entries()) {
    const following = changes[index + 1];
    const addedAgain = following?.line === line && (following.kind ?? everyContact) === kind;
    const listedBefore = (was.get(kind)?.[line] ?? 0) !== 0;
    const listedNow = (is.get(kind)?.[line] ?? 0) !== 0;
    if (change === 'deleted' && addedAgain && listedBefore) {
      counts.restarted += 1;
    } else if (change === 'deleted' && !addedAgain && listedBefore) {
      counts.deleted += 1;
    } else if (change === 'added' && !listedBefore && listedNow) {
      counts.added += 1;
    }
  }
  return counts;
}

function daysByKind(page: Uint8Array | null): ReadonlyMap<number, Uint16Array> {
  return new Map((page === null ? [] : readPage(page).layers).map(({ kind, days }) => [kind, days]));
}

function add(sum: { pages: number; added: number; deleted: number; restarted: number }, one: ChangeCounts): void {
  sum.pages += one.pages;
  sum.added += one.added;
  sum.deleted += one.deleted;
  sum.restarted += one.restarted;
}
