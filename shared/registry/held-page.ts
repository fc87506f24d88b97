import type { ListDay } from './list-day.ts';
import type { ListKind } from './page-kinds.ts';
import { findUndoneDay, undonePage } from './page-undo.ts';
import { findListedDay } from './read-page.ts';
import type { CountedChanges, StoredPage } from './registration-ports.ts';

/**
 * A change list changes pages in place; which of its changes count, the pointer says, all at once. A page carries the
 * number of the change that wrote it last and what it said before, so that it can be read either way.
 */
export type Standing =
  /** As it is stored. */
  | 'as_stored'
  /** As it was before its last change. */
  | 'as_before'
  /** Changed twice since the pointer was read: read the pointer again. */
  | 'pointer_outdated';

export function standingOf({ change, undo }: StoredPage, list: CountedChanges): Standing {
  if (counts(change, list)) {
    return 'as_stored';
  }
  return undo !== null && counts(undo.change, list) ? 'as_before' : 'pointer_outdated';
}

/** A line's day on a page, null if it is not listed. Throws DamagedPageError. */
export function findHeldDay(
  page: StoredPage,
  standing: Exclude<Standing, 'pointer_outdated'>,
  line: number,
  named: { readonly kind: ListKind; readonly page: string },
): ListDay | null {
  return standing === 'as_stored' || page.undo === null
    ? findListedDay(page.bytes, line, named)
    : findUndoneDay(page.bytes, page.undo.bytes, line, named);
}

/** A page as the pointer has it, and the change that made it so; null bytes if it says nothing. */
export interface HeldPage {
  readonly bytes: Uint8Array | null;
  readonly change: number;
}

/** `pointer_outdated` to an import means that another one is ahead of it. */
export function heldPage(page: StoredPage | null, list: CountedChanges): HeldPage | 'pointer_outdated' {
  if (page === null) {
    return { bytes: null, change: 0 };
  }
  const standing = standingOf(page, list);
  if (standing === 'as_before' && page.undo !== null) {
    return { bytes: undonePage(page.bytes, page.undo.bytes), change: page.undo.change };
  }
  return standing === 'as_stored' ? { bytes: page.bytes, change: page.change } : 'pointer_outdated';
}

function counts(change: number, list: CountedChanges): boolean {
  return change <= list.change && !list.voided.includes(change);
}
