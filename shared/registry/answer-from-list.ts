import { staleFrom } from './list-age.ts';
import { formatListDay, type ListDay } from './list-day.ts';
import { everyContact, indianCategory, type ListKind, textMessages, voiceCalls } from './page-kinds.ts';
import type { HeldList } from './registration-ports.ts';
import type { KindAnswer, ListAnswer } from './registry-facts.ts';

export interface CoveringList {
  readonly registry: string;
  readonly list: HeldList;
}

/** Blocking all categories is India's plain registration; the others only tell what kind of offer is blocked. */
const allCategories = indianCategory(0);

/**
 * What a list that covers the line's area says about it, null if it does not cover this kind of contact. A registration
 * against every contact, or against all categories, is one against calls and texts; of a registration against the very
 * kind and one against all, the earlier counts. `dayOf`: the line's day under a kind, null if it is not listed.
 */
export function answerFromList(
  { registry, list }: CoveringList,
  dayOf: (kind: ListKind) => ListDay | null,
  contact: 'call' | 'text',
): ListAnswer | null {
  const wanted: readonly ListKind[] = [everyContact, contact === 'call' ? voiceCalls : textMessages, allCategories];
  const answering = list.kinds.filter(({ kind }) => wanted.includes(kind));
  if (answering.length === 0) {
    return null;
  }
  const days = new Map<ListKind, ListDay>();
  for (const { kind } of list.kinds) {
    const day = dayOf(kind);
    if (day !== null) {
      days.set(kind, day);
    }
  }
  const listed = answering.flatMap(({ kind }) => days.get(kind) ?? []);
  // The answer is as old as the oldest list it rests on.
  const asOf = answering.map(({ listDate }) => listDate).sort()[0] ?? list.listDate;
  const kinds = [...days].filter(([kind]) => kind !== everyContact).map(toKindAnswer);
  return {
    registry,
    registered: listed.length > 0,
    since: null,
    noLaterThan: listed.length === 0 ? null : formatListDay(Math.min(...listed)),
    asOf,
    staleFrom: staleFrom(registry, asOf),
    ...(kinds.length === 0 ? {} : { kinds }),
  };
}

function toKindAnswer([kind, day]: readonly [ListKind, ListDay]): KindAnswer {
  return { kind, noLaterThan: formatListDay(day) };
}
