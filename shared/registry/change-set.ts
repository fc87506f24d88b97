import { createHash } from 'node:crypto';
import type { LineChange } from './continue-page.ts';
import type { ListOperation } from './formats/list-reading.ts';
import type { ListDay } from './list-day.ts';
import { areaOfPage, linesOfAPage } from './page-address.ts';
import type { ListKind } from './page-kinds.ts';

/** What the entries for one line come to. `restart`: deleted, and added again. */
interface NetChange {
  readonly effect: 'add' | 'delete' | 'restart';
  /** That the list gives for the addition. */
  readonly day: ListDay | null;
}

interface Followed extends NetChange {
  /** The latest day of any entry for the line, whether or not it changed what they come to. */
  readonly latest: ListDay | null;
}

/** A change list, each line's entries taken together. A hundred bytes an entry. */
export interface ChangeSet {
  /**
   * Entries count in the order of the file; one that the file dates earlier than an entry for the same line before it
   * does not count. False if it leaves what the line's entries come to as it was.
   */
  take(number: number, operation: ListOperation, kind: ListKind, day: ListDay | null): boolean;
  /** Lines (by kind) that are to change. */
  readonly size: number;
  /** Ascending. */
  pages(): readonly string[];
  areas(): ReadonlySet<string>;
  /** Ascending. */
  kinds(): readonly ListKind[];
  /** As changePage takes them, in ascending order of line and kind. */
  changes(page: string): readonly LineChange[];
  /** SHA-256 (hex): equal for equal effect, whatever the file looked like. */
  digest(): string;
}

const kindsLimit = 256;

export function createChangeSet(): ChangeSet {
  const byPage = new Map<number, Map<number, Followed>>();
  let size = 0;
  const ascending = () => [...byPage.keys()].sort((a, b) => a - b);
  const netChanges = (page: number) =>
    [...(byPage.get(page) ?? [])]
      .sort(([a], [b]) => a - b)
      .map(([place, net]) => ({ line: Math.floor(place / kindsLimit), kind: place % kindsLimit, ...net }));
  return {
    take(number, operation, kind, day) {
      const page = Math.floor(number / linesOfAPage);
      const ofPage = byPage.get(page) ?? new Map<number, Followed>();
      const place = (number % linesOfAPage) * kindsLimit + kind;
      const before = ofPage.get(place);
      if (day !== null && before !== undefined && before.latest !== null && day < before.latest) {
        return false;
      }
      const { effect, day: since } = follow(before, operation, day);
      byPage.set(page, ofPage.set(place, { effect, day: since, latest: day ?? before?.latest ?? null }));
      size += before === undefined ? 1 : 0;
      return effect !== before?.effect;
    },
    get size() {
      return size;
    },
    pages: () => ascending().map(String),
    areas: () => new Set(ascending().map((page) => areaOfPage(String(page)))),
    kinds() {
      const kinds = new Set<ListKind>();
      for (const ofPage of byPage.values()) {
        for (const place of ofPage.keys()) {
          kinds.add(place % kindsLimit);
        }
      }
      return [...kinds].sort((a, b) => a - b);
    },
    changes: (page) =>
      netChanges(Number(page)).flatMap(({ line, kind, effect, day }): LineChange[] => {
        const deleted: LineChange = { line, kind, change: 'deleted' };
        const added: LineChange = { line, kind, change: 'added', day };
        return effect === 'delete' ? [deleted] : effect === 'add' ? [added] : [deleted, added];
      }),
    digest() {
      const hash = createHash('sha256');
      for (const page of ascending()) {
        hash.update(`${page}:`);
        for (const { line, kind, effect, day } of netChanges(page)) {
          hash.update(`${line}/${kind}${effect}${day ?? ''};`);
        }
      }
      return hash.digest('hex');
    },
  };
}

function follow(before: NetChange | undefined, operation: ListOperation, day: ListDay | null): NetChange {
  if (operation === 'delete') {
    return { effect: 'delete', day: null };
  }
  if (before === undefined) {
    return { effect: 'add', day };
  }
  return before.effect === 'delete' ? { effect: 'restart', day } : before;
}
