import { changePage, type LineChange, maxPageBytes } from '#shared/registry/continue-page.ts';
import { linesOfAPage } from '#shared/registry/page-address.ts';
import { everyContact } from '#shared/registry/page-kinds.ts';
import { encodePage } from '#shared/registry/write-page.ts';
import { seeded } from '#test/support/seeded.ts';
import type { InventedRegistry } from './invented-registry.ts';

const changes = 30_000;
const addedShare = 2 / 3;

/** A day's change list: the pages it touches are read, changed and written again. */
export function timeChangeList(
  registry: InventedRegistry,
  { listDay, windowStart }: { readonly listDay: number; readonly windowStart: number },
): void {
  const random = seeded(23);
  const byPage = new Map<string, LineChange[]>();
  for (let left = changes; left > 0; left -= 1) {
    const page = random.pick(registry.pages);
    const change = random.chance(addedShare) ? 'added' : 'deleted';
    byPage.set(page, [...(byPage.get(page) ?? []), { line: random.below(linesOfAPage), change }]);
  }
  let milliseconds = 0;
  for (const [page, each] of byPage) {
    const name = { callingCode: '1', page };
    const layers = [{ kind: everyContact, days: registry.days(page) }];
    const former = encodePage(name, { layers }, { windowStart, maxBytes: maxPageBytes }).page;
    const started = performance.now();
    changePage({ name, changes: each, listDay: listDay + 1, former });
    milliseconds += performance.now() - started;
  }
  console.log(
    `  change list        ${changes} lines on ${byPage.size} pages in ${milliseconds.toFixed(0)} ms, ${((milliseconds * 1000) / byPage.size).toFixed(0)} µs a page`,
  );
}
