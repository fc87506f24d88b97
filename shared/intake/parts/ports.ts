import type { Kept, Part, PartSet } from './part-set.ts';

/** Where parts wait for each other. Every method is one atomic step. */
export interface PartStore {
  /**
   * Adds the part to the set at the key, if that was opened later than `after`, still takes parts, has none of that
   * number, and the part was not seen before. Otherwise nothing changes and what stands there is answered.
   */
  add(
    key: string,
    number: number,
    part: Part,
    after: Date,
  ): Promise<
    { readonly kind: 'added'; readonly set: PartSet } | { readonly kind: 'not_added'; readonly found: Kept | null }
  >;
  /**
   * Puts a new set in the place of `instead`. If that was still collecting, its set moves to the key `movedTo`, closed.
   * `conflict`: somebody changed the place meanwhile, and nothing happened.
   */
  open(
    set: PartSet,
    seen: readonly string[],
    place: { readonly instead: Kept | null; readonly movedTo: string },
  ): Promise<'opened' | 'conflict'>;
  /** Closes the unfinished set at the key, if it was opened by then. Null where there is none: finished, or younger. */
  close(key: string, openedBy: Date): Promise<PartSet | null>;
  /** Forgets text and numbers of a set. Does nothing if it is not at its key any more, or finished. */
  finish(set: PartSet, texts: ReadonlyMap<number, string>): Promise<void>;
}

/** Keys of sets by the minute in which somebody has to look at them. */
export interface DueParts {
  add(key: string, at: Date): Promise<void>;
  /** The oldest keys that are due and were not passed, and up to when; null once everything due has been passed. */
  page(now: Date): Promise<{ readonly keys: readonly string[]; readonly until: Date } | null>;
  /** Everything due until then was looked at. */
  passed(until: Date): Promise<void>;
}
