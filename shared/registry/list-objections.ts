import type { FormerArea } from './former-areas.ts';
import type { AreaLines } from './line-set.ts';
import type { ListKind } from './page-kinds.ts';
import type { HeldList } from './registration-ports.ts';

/** Smaller areas may change by any amount. */
const shrinkCounts = 10_000;

/** Why a well-formed list should not take the place of the one that is held; null if it may. */
export function objectToList(list: {
  readonly areas: readonly AreaLines[];
  readonly former: ReadonlyMap<string, FormerArea>;
  /** By area: how many numbers are held of these kinds. */
  readonly heldNumbers: ReadonlyMap<string, number>;
  readonly listDate: string;
  readonly kinds: readonly ListKind[];
  readonly acceptShrink: boolean;
}): string | null {
  const newer = [...list.former].flatMap(([area, { list: held }]) => {
    const listDate = dateOf(held, list.kinds);
    return listDate > list.listDate ? [{ area, listDate }] : [];
  });
  if (newer.length > 0) {
    const areas = newer.map(({ area }) => area);
    return `A newer list, of ${newer[0]?.listDate}, is held for ${named(areas)}; this one is of ${list.listDate}.`;
  }
  const shrunk = list.areas.filter(({ area, numbers }) => {
    const before = list.heldNumbers.get(area) ?? 0;
    return before >= shrinkCounts && numbers < before / 2;
  });
  if (shrunk.length > 0 && !list.acceptShrink) {
    return (
      `The list holds less than half of the numbers that were held for ${named(shrunk.map(({ area }) => area))}; ` +
      'it was probably cut short. If it is right, add --accept-shrink.'
    );
  }
  return null;
}

/** The newest that is held of these kinds; empty if none is. */
function dateOf({ kinds: held }: HeldList, kinds: readonly ListKind[]): string {
  return held.reduce(
    (latest, { kind, listDate }) => (kinds.includes(kind) && listDate > latest ? listDate : latest),
    '',
  );
}

/** Area names start with the calling code; five are enough to find the fault. */
export function named(areas: readonly string[]): string {
  const shown = areas.slice(0, 5).map((area) => `+${area}`);
  return `${shown.join(', ')}${areas.length > 5 ? ` and ${areas.length - 5} more areas` : ''}`;
}
