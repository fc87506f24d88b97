import type { FormerArea } from './former-areas.ts';
import { everyContact, indianCategory, type ListKind } from './page-kinds.ts';
import type { HeldKind } from './registration-ports.ts';

const indianCategories = Array.from({ length: 8 }, (_, code) => indianCategory(code));

/** The kinds that a list answers for: those it has entries of; a list of preferences has all categories. Ascending. */
export function coveredKinds(found: readonly ListKind[]): readonly ListKind[] {
  const categories = found.some((kind) => indianCategories.includes(kind)) ? indianCategories : [];
  const kinds = new Set([...found, ...categories]);
  return (kinds.size === 0 ? [everyContact] : [...kinds]).sort((a, b) => a - b);
}

/**
 * What is answered for after a full list. A kind it does not carry stays, with its own date, if it was answered for in
 * all of the areas; else it is answered for in none of them.
 */
export function heldKindsAfter(
  { kinds, listDate }: { readonly kinds: readonly ListKind[]; readonly listDate: string },
  areas: readonly string[],
  former: ReadonlyMap<string, FormerArea>,
): readonly HeldKind[] {
  const held = areas.map((area) => former.get(area)?.list.kinds ?? []);
  const [first = []] = held;
  const stay = first
    .filter(({ kind }) => !kinds.includes(kind))
    .flatMap(({ kind }) => {
      const dates = held.flatMap((each) => each.filter((one) => one.kind === kind).map((one) => one.listDate)).sort();
      return dates.length === held.length && dates[0] !== undefined ? [{ kind, listDate: dates[0] }] : [];
    });
  return [...stay, ...kinds.map((kind) => ({ kind, listDate }))].sort((a, b) => a.kind - b.kind);
}
