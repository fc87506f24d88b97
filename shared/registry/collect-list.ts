import { type ChangeSet, createChangeSet } from './change-set.ts';
import type { ListScope, TakeEntry } from './formats/list-reading.ts';
import { createLineSet, type LineSet } from './line-set.ts';
import { linesOfAPage } from './page-address.ts';

/** Keeps what a list reads until it has been read to its end, so that none of it counts before. */
export interface CollectedList {
  readonly onStart: (start: { readonly scope: ListScope }) => void;
  readonly take: TakeEntry;
  /** Of a full list. */
  readonly numbers: LineSet;
  /** Of a change list. */
  readonly changes: ChangeSet;
}

/** A change list beyond this is no day's or month's: a full list is smaller in memory and safer. */
const mostChanges = 5_000_000;

/** A change list with more lines than any can have. */
export class TooManyChangesError extends Error {
  override readonly name = 'TooManyChangesError';
}

export function collectList(): CollectedList {
  const numbers = createLineSet();
  const changes = createChangeSet();
  let scope: ListScope = 'full';
  return {
    onStart: (start) => {
      scope = start.scope;
    },
    take(number, operation, kind, day) {
      if (scope === 'full') {
        return numbers.add(Math.floor(number / linesOfAPage), number % linesOfAPage, kind, day);
      }
      if (changes.size >= mostChanges) {
        throw new TooManyChangesError(`A change list has at most ${mostChanges} lines; import a full list instead.`);
      }
      return changes.take(number, operation, kind, day);
    },
    numbers,
    changes,
  };
}
