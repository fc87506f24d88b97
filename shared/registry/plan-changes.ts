import type { ChangeSet } from './change-set.ts';
import { coveredKinds } from './held-kinds.ts';
import { named } from './list-objections.ts';
import type { ListKind } from './page-kinds.ts';
import type { HeldList, RegistryHead } from './registration-ports.ts';

/** What a change list claims: `base` is the date of the list that it continues. */
export interface ChangeClaim {
  readonly listDate: string;
  readonly base: string;
  /** Null: all areas that are held as of the base. */
  readonly areas: readonly string[] | null;
  readonly changes: ChangeSet;
  readonly digest: string;
}

export type ChangePlan =
  | {
      readonly kind: 'plan';
      /** Those it brings up to date, ascending. */
      readonly areas: readonly string[];
      readonly kinds: readonly ListKind[];
      /** Those it has changes of, and that are held as of its own date or a later one: these changes are in them. */
      readonly ahead: readonly string[];
    }
  | { readonly kind: 'already_applied' }
  | { readonly kind: 'refused'; readonly message: string };

interface HeldArea {
  readonly area: string;
  readonly list: HeldList;
}

/** After so many change lists that were begun and given up, a full list has to clear the way. */
const mostVoided = 50;

/**
 * The rule for change lists, area by area: one is taken on top of exactly the list it continues. Areas that are held as of
 * its own date or a later one contain it, and are passed over while there are others to bring up to date. One that comes again
 * changes nothing; one that skips a list, or comes after a later one, is refused as a whole.
 */
export function planChanges(head: RegistryHead, claim: ChangeClaim): ChangePlan {
  const scope = claim.areas === null ? null : new Set(claim.areas);
  const held = head.lists.flatMap((list) =>
    list.areas.filter((area) => scope === null || scope.has(area)).map((area) => ({ area, list })),
  );
  const touched = claim.changes.areas();
  const concerned = held.filter(({ area }) => touched.has(area) || scope !== null);
  if (held.length === 0 || (touched.size > 0 && concerned.length === 0)) {
    return refused('No full list is held of any area that this change list is about. Import a full list first.');
  }
  const kinds = claim.changes.size === 0 ? null : coveredKinds(claim.changes.kinds());
  const isDone = ({ list }: HeldArea) => list.listDate === claim.listDate && list.changeDigest === claim.digest;
  const isAhead = ({ list }: HeldArea) => datesOf(list, kinds).every((date) => date >= claim.listDate);
  const ready = held.filter(({ list }) => datesOf(list, kinds).every((date) => date === claim.base));
  const wrong = concerned.filter((each) => !ready.includes(each) && !isAhead(each));
  if (wrong.length > 0) {
    return refused(objectToBase(wrong, kinds, claim));
  }
  if (ready.length === 0) {
    return held.some(isDone) ? { kind: 'already_applied' } : refused(objectToBase(concerned, kinds, claim));
  }
  if (ready.some(({ list }) => list.voided.length >= mostVoided)) {
    return refused(`${mostVoided} change lists were begun and given up. Import a full list.`);
  }
  const of = ready.map(({ list }) => list.kinds.map(({ kind }) => kind));
  return {
    kind: 'plan',
    areas: ready.map(({ area }) => area).sort(),
    kinds: kinds ?? [...new Set(of.flat())],
    ahead: concerned.flatMap((each) => (isAhead(each) ? [each.area] : [])),
  };
}

function objectToBase(
  wrong: readonly HeldArea[],
  kinds: readonly ListKind[] | null,
  { listDate, base }: ChangeClaim,
): string {
  const [first] = wrong;
  if (first === undefined) {
    return `No list of ${base} is held, which this change list continues.`;
  }
  const areas = named(wrong.map(({ area }) => area).sort());
  const dates = datesOf(first.list, kinds);
  const date = dates.find((each) => each !== base);
  if (date === undefined || date === '') {
    return `For ${areas} no full list of this kind of contact is held. Import one first.`;
  }
  if (date >= listDate) {
    return `For ${areas} a list of ${date} is held already; this change list is of ${listDate} and came again or too late.`;
  }
  return date < base
    ? `For ${areas} the list of ${date} is held, but this change list continues the one of ${base}. Import the change lists between them first, or a full list.`
    : `For ${areas} the list of ${date} is held, which is newer than the one of ${base} that this change list continues. If the list says otherwise, state --since.`;
}

/** The dates of these kinds, all without any; empty if one of them is not held. */
function datesOf(list: HeldList, kinds: readonly ListKind[] | null): readonly string[] {
  const held = list.kinds.filter(({ kind }) => kinds === null || kinds.includes(kind));
  return kinds !== null && held.length < kinds.length ? [''] : held.map(({ listDate }) => listDate);
}

const refused = (message: string): ChangePlan => ({ kind: 'refused', message });
