import type { Clock } from '#shared/runtime/clock.ts';
import { answerFromList, type CoveringList } from './answer-from-list.ts';
import { findHeldDay, standingOf } from './held-page.ts';
import { type LineAddress, lineAddress } from './page-address.ts';
import type { ListKind } from './page-kinds.ts';
import type { RegistrationReader } from './registration-ports.ts';
import type { ListAnswer, RegistryLookup } from './registry-facts.ts';

export interface RegistryLookupOptions {
  /** Ids of the registries to ask. */
  readonly registries: readonly string[];
  readonly clock: Clock;
  /** Shorter than retired pages are kept (clean-snapshots.ts). */
  readonly pointerMilliseconds?: number;
}

type Pointers = ReadonlyMap<string, readonly CoveringList[]>;

/** Each needs two change lists to end while one look-up runs. */
const pointerRefreshes = 3;

/**
 * Answers from the held lists whose areas include the line. A line on no page of a list that covers its area is not
 * registered; a list that does not cover the area says nothing. Rejects if the store fails or a page is damaged.
 */
export function createRegistryLookup(reader: RegistrationReader, options: RegistryLookupOptions): RegistryLookup {
  const pointerMilliseconds = options.pointerMilliseconds ?? 60_000;
  let cached: { readonly until: number; readonly byArea: Promise<Pointers> } | null = null;

  const pointers = (): Promise<Pointers> => {
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
    async lookUp({ e164, contact = 'call' }) {
      const address = lineAddress(e164);
      if (address === null) {
        return [];
      }
      for (let refreshes = 0; refreshes <= pointerRefreshes; refreshes += 1) {
        const answers = await ask(reader, (await pointers()).get(address.area) ?? [], address, contact);
        if (answers !== 'pointer_outdated') {
          return answers;
        }
        cached = null;
      }
      throw new Error('the pages of a registry changed as fast as its pointer could be read');
    },
  };
}

async function ask(
  reader: RegistrationReader,
  covering: readonly CoveringList[],
  address: LineAddress,
  contact: 'call' | 'text',
): Promise<readonly ListAnswer[] | 'pointer_outdated'> {
  const keys = covering.map(({ registry, list }) => ({ registry, snapshot: list.snapshot, page: address.page }));
  const pages = keys.length === 0 ? [] : await reader.pages(keys);
  const answers: ListAnswer[] = [];
  for (const [index, each] of covering.entries()) {
    const page = pages[index] ?? null;
    const standing = page === null ? 'as_stored' : standingOf(page, each.list);
    if (standing === 'pointer_outdated') {
      return standing;
    }
    const dayOf = (kind: ListKind) =>
      page === null ? null : findHeldDay(page, standing, address.line, { kind, page: address.page });
    const answer = answerFromList(each, dayOf, contact);
    if (answer !== null) {
      answers.push(answer);
    }
  }
  return answers;
}

async function readPointers(reader: RegistrationReader, registries: readonly string[]): Promise<Pointers> {
  const byArea = new Map<string, CoveringList[]>();
  for (const { registry, lists } of await reader.heads(registries)) {
    for (const list of lists) {
      for (const area of list.areas) {
        byArea.set(area, [...(byArea.get(area) ?? []), { registry, list }]);
      }
    }
  }
  return byArea;
}
