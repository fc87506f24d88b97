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
  /** `areas` are those it brings up to date, ascending. */
  | { readonly kind: 'plan'; readonly areas: readonly string[]; readonly kinds: readonly ListKind[] }
  | { readonly kind: 'already_applied' }
  | { readonly kind: 'refused'; readonly message: string };

/** After so many change lists that were begun and given up, a full list has to clear the way. */
const mostVoided = 50;

/**
 * The rule for change lists: one is taken on top of exactly the list it continues. One that comes again changes nothing;
 * one that skips a list, or comes after a later one, is refused.
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
  const isDone = ({ list }: { readonly list: HeldList }) =>
    list.listDate === claim.listDate && list.changeDigest === claim.digest;
  const ready = held.filter(({ list }) => datesOf(list, kinds).every((date) => date === claim.base));
  // One without changes has been applied where it brought up to date whatever was as of its base.
  const done = concerned.length > 0 ? concerned.every(isDone) : ready.length === 0 && held.some(isDone);
  if (done) {
    return { kind: 'already_applied' };
  }
  const objection = objectToBase(
    concerned.filter((each) => !ready.includes(each)),
    kinds,
    claim,
  );
  if (objection !== null || ready.length === 0) {
    return refused(objection ?? `No list of ${claim.base} is held, which this change list continues.`);
  }
  if (ready.some(({ list }) => list.voided.length >= mostVoided)) {
    return refused(`${mostVoided} change lists were begun and given up. Import a full list.`);
  }
  const of = ready.map(({ list }) => list.kinds.map(({ kind }) => kind));
  return { kind: 'plan', areas: ready.map(({ area }) => area).sort(), kinds: kinds ?? [...new Set(of.flat())] };
}

function objectToBase(
  wrong: readonly { readonly area: string; readonly list: HeldList }[],
  kinds: readonly ListKind[] | null,
  { listDate, base }: ChangeClaim,
): string | null {
  const [first] = wrong;
  if (first === undefined) {
    return null;
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
