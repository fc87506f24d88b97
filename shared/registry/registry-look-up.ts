import type { Clock } from '#shared/runtime/clock.ts';
import { formatListDay } from './list-day.ts';
import { type LineAddress, lineAddress } from './page-address.ts';
import { findListedDay } from './read-page.ts';
import type { HeldList, RegistrationReader } from './registration-ports.ts';
import type { ListAnswer, RegistryLookup } from './registry-facts.ts';

export interface RegistryLookupOptions {
  /** Ids of the registries to ask. */
  readonly registries: readonly string[];
  readonly clock: Clock;
  /** Shorter than retired pages are kept (clean-snapshots.ts). */
  readonly pointerMilliseconds?: number;
}

interface Covering {
  readonly registry: string;
  readonly list: HeldList;
}

/**
 * Answers from the held lists whose areas include the line. A line on no page of a list that covers its area is not
 * registered; a list that does not cover the area says nothing. Rejects if the store fails or a page is damaged.
 */
export function createRegistryLookup(reader: RegistrationReader, options: RegistryLookupOptions): RegistryLookup {
  const pointerMilliseconds = options.pointerMilliseconds ?? 60_000;
  let cached: { readonly until: number; readonly byArea: Promise<ReadonlyMap<string, readonly Covering[]>> } | null =
    null;

  const pointers = (): Promise<ReadonlyMap<string, readonly Covering[]>> => {
    const now = options.clock().getTime();
    if (cached === null || now >= cached.until) {
      const byArea = readPointers(reader, options.registries);
      const entry = { until: now + pointerMilliseconds, byArea };
      cached = entry;
      byArea.catch(() => {
        cached = cached === entry ? null : cached;
      });
    }
    return cached.byArea;
  };

  return {
    async lookUp({ e164 }) {
      const address = lineAddress(e164);
      const covering = address === null ? [] : ((await pointers()).get(address.area) ?? []);
      if (address === null || covering.length === 0) {
        return [];
      }
      const pages = await reader.pages(
        covering.map(({ registry, list }) => ({ registry, snapshot: list.snapshot, page: address.page })),
      );
      return covering.map(({ registry, list }, index) => answer(registry, list, pages[index] ?? null, address));
    },
  };
}

function answer(registry: string, list: HeldList, bytes: Uint8Array | null, { page, line }: LineAddress): ListAnswer {
  const day = bytes === null ? null : findListedDay(bytes, line, { page });
  return {
    registry,
    registered: day !== null,
    since: null,
    noLaterThan: day === null ? null : formatListDay(day),
    asOf: list.listDate,
  };
}

async function readPointers(
  reader: RegistrationReader,
  registries: readonly string[],
): Promise<ReadonlyMap<string, readonly Covering[]>> {
  const byArea = new Map<string, Covering[]>();
  for (const { registry, lists } of await reader.heads(registries)) {
    for (const list of lists) {
      for (const area of list.areas) {
        byArea.set(area, [...(byArea.get(area) ?? []), { registry, list }]);
      }
    }
  }
  return byArea;
}
