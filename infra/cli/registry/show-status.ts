import { dayOf } from '#shared/registry/list-day.ts';
import { faxes, textMessages, voiceCalls } from '#shared/registry/page-kinds.ts';
import type { HeldList } from '#shared/registry/registration-ports.ts';
import { registries } from '#shared/registry/registries.ts';
import { formatCount, type RegistryContext } from './registry-context.ts';
import { showImports } from './uploads/show-imports.ts';
import type { UploadContext } from './uploads/upload-context.ts';

const kindNames: ReadonlyMap<number, string> = new Map([
  [voiceCalls, 'voice'],
  [textMessages, 'text'],
  [faxes, 'fax'],
]);

/** Where a registry tells kinds of contact apart and they are not of the same day: the date of each. */
function datesOf({ kinds }: HeldList): ReadonlyMap<string, string> {
  const byDate = Map.groupBy(kinds, ({ listDate }) => listDate);
  return byDate.size < 2
    ? new Map()
    : new Map(
        [...byDate].map(([date, some]) => [
          date,
          some.map(({ kind }) => kindNames.get(kind) ?? `kind ${kind}`).join(', '),
        ]),
      );
}

/** `registry status`: which lists answer, how old they are, who holds them and on what basis; how uploads go and went. */
export async function showStatus(
  args: readonly string[],
  { store, io, now, uploads }: RegistryContext & { readonly uploads: UploadContext | null },
): Promise<number> {
  if (args.length > 0) {
    io.err('usage: registry status');
    return 2;
  }
  // Told of below, with how far they are.
  const under = (await uploads?.imports.list())?.filter(({ endedAt }) => endedAt === null) ?? [];
  const uploading = new Set(under.map(({ plan }) => plan?.snapshot));
  for (const registry of registries) {
    const head = await store.head(registry.id);
    if (head.lists.length === 0) {
      io.out(`${registry.id}: no list is held; a reporter's own statement is used`);
    }
    for (const list of head.lists) {
      const age = dayOf(now()) - dayOf(new Date(list.listDate));
      const most = registry.maxListAgeDays;
      const stale = most !== null && age > most ? `, older than ${most} days: stale` : '';
      io.out(`${registry.id}: list of ${list.listDate} (${age} days${stale}), ${list.areas.length} area codes`);
      for (const [listDate, kinds] of datesOf(list)) {
        io.out(`  ${kinds.padEnd(12)} as of ${listDate}`);
      }
      const record = await store.snapshot(registry.id, list.snapshot);
      if (record !== null) {
        io.out(`  as imported  ${formatCount(record.numbers)} numbers, ${formatCount(record.areas)} area codes`);
        io.out(`  pages        ${formatCount(record.pages)}`);
        io.out(`  held under   ${record.entitlement.subscription}: ${record.entitlement.basis}`);
        io.out(`  imported     ${record.importedAt}`);
      }
    }
    for (const { startedAt, listDate, areas } of head.changing) {
      io.out(
        `  unfinished   change list of ${listDate}, begun ${startedAt}, ${areas.length} area codes; run it again to finish it`,
      );
    }
    for (const { snapshot, startedAt, areas, givenUp } of head.loading) {
      if (uploading.has(snapshot)) {
        continue;
      }
      io.out(
        givenUp
          ? `  given up     import begun ${startedAt}, ${areas.length} area codes; the next import clears it away`
          : `  unfinished   import begun ${startedAt}, ${areas.length} area codes; run it again to finish it`,
      );
    }
  }
  if (uploads !== null) {
    await showImports(
      uploads,
      registries.map(({ id }) => id),
    );
  }
  return 0;
}
