import type { AreaLines } from './line-set.ts';
import type { AreaEntry, RegistryHead } from './registration-ports.ts';

/** Smaller areas may change by any amount. */
const shrinkCounts = 10_000;

/** Why a well-formed list should not take the place of the one that is held; null if it may. */
export function objectToList(list: {
  readonly head: RegistryHead;
  readonly areas: readonly AreaLines[];
  readonly former: ReadonlyMap<string, AreaEntry>;
  readonly listDate: string;
  readonly acceptShrink: boolean;
}): string | null {
  const carried = new Set(list.areas.map(({ area }) => area));
  const newer = list.head.lists.filter(
    ({ listDate, areas }) => listDate > list.listDate && areas.some((area) => carried.has(area)),
  );
  if (newer.length > 0) {
    const areas = newer.flatMap((held) => held.areas).filter((area) => carried.has(area));
    return `A newer list, of ${newer[0]?.listDate}, is held for ${named(areas)}; this one is of ${list.listDate}.`;
  }
  const shrunk = list.areas.filter(({ area, numbers }) => {
    const before = list.former.get(area)?.numbers ?? 0;
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

/** Area names start with the calling code; five are enough to find the fault. */
function named(areas: readonly string[]): string {
  const shown = areas.slice(0, 5).map((area) => `+${area}`);
  return `${shown.join(', ')}${areas.length > 5 ? ` and ${areas.length - 5} more areas` : ''}`;
}
