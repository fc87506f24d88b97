import { DamagedPageError } from './page-format.ts';
import { nothingUndone } from './page-undo.ts';
import type { ChangedPage, HeldList, PageKey, RegistrationStore, StoredPage } from './registration-ports.ts';
import type { RegistryDefinition } from './registries.ts';
import { encodePage } from './write-page.ts';

interface Mending {
  readonly store: Pick<RegistrationStore, 'storedPages' | 'changePages' | 'removePages'>;
  readonly registry: RegistryDefinition;
  readonly list: HeldList;
  /** As the snapshot has them. */
  readonly pages: ReadonlyMap<string, Uint8Array>;
  readonly isRight: (key: PageKey, stored: StoredPage | null) => boolean;
}

const attempts = 3;

/** Writes pages of one area as the snapshot has them. Answers how many of them are right now, read back. */
export async function mendPages(keys: readonly PageKey[], mending: Mending): Promise<number> {
  const { store, isRight } = mending;
  let wrong = keys;
  for (let attempt = 0; attempt < attempts && wrong.length > 0; attempt += 1) {
    const before = await readEach(store, wrong);
    // What is no page at all has no change that could be the condition of a write.
    const unreadable = wrong.filter((_, index) => before[index] === 'unreadable');
    await store.removePages(unreadable);
    await store.changePages(
      wrong.map((key, index) => {
        const stored = before[index] ?? null;
        return madeRight(key, stored === 'unreadable' ? null : stored, mending);
      }),
    );
    const now = await readEach(store, wrong);
    wrong = wrong.filter((key, index) => {
      const stored = now[index] ?? null;
      return stored === 'unreadable' || !isRight(key, stored);
    });
  }
  return keys.length - wrong.length;
}

/**
 * Where change lists were applied, the page counts as written by the last of them, and nothing of it can be undone:
 * whoever still follows the pointer before it reads the pointer again, and never a page of another day.
 */
function madeRight(key: PageKey, stored: StoredPage | null, { registry, list, pages }: Mending): ChangedPage {
  const { callingCode } = registry;
  const empty = () =>
    encodePage({ callingCode, page: key.page }, { layers: [] }, { windowStart: 0, maxBytes: Number.POSITIVE_INFINITY });
  const { change } = list;
  return {
    ...key,
    bytes: pages.get(key.page) ?? empty().page,
    change,
    undo: change === 0 ? null : { change, bytes: nothingUndone },
    after: stored?.change ?? null,
  };
}

/** One by one where a page among them cannot even be taken for one. */
export async function readEach(
  store: Pick<RegistrationStore, 'storedPages'>,
  keys: readonly PageKey[],
): Promise<readonly (StoredPage | null | 'unreadable')[]> {
  try {
    return await store.storedPages(keys);
  } catch (error) {
    if (!(error instanceof DamagedPageError)) {
      throw error;
    }
    return keys.length === 1 ? ['unreadable'] : (await Promise.all(keys.map((key) => readEach(store, [key])))).flat();
  }
}
