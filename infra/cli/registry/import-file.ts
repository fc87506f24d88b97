import { collectList, TooManyChangesError } from '#shared/registry/collect-list.ts';
import { declareEntitlement, type Entitlement } from '#shared/registry/entitlement.ts';
import type { ListReading } from '#shared/registry/formats/list-reading.ts';
import { readList } from '#shared/registry/formats/read-list.ts';
import { importChanges } from '#shared/registry/import-changes.ts';
import { importList } from '#shared/registry/import-list.ts';
import { dayOf, type ListDay, parseListDate } from '#shared/registry/list-day.ts';
import { estimateChange, estimateFull, priceOf } from '#shared/registry/load-price.ts';
import { findRegistry, type RegistryDefinition, registries } from '#shared/registry/registries.ts';
import { type ImportCall, importUsage, readImportCall } from './import-call.ts';
import { reportChange, reportFull } from './import-report.ts';
import { openListFile, UnreadableFile } from './list-file-on-disk.ts';
import { formatCount, type RegistryContext } from './registry-context.ts';
import { syntheticList } from './uploads/declare.ts';

/** `registry import`: reads and judges the whole file before the first page is written. */
export async function importFile(args: readonly string[], context: RegistryContext): Promise<number> {
  const { io } = context;
  const call = readImportCall(args);
  if (call === null) {
    io.err(importUsage);
    return 2;
  }
  const registry = findRegistry(call.registry);
  if (registry === null) {
    io.err(`There is no registry ${call.registry}; known: ${registries.map(({ id }) => id).join(', ')}.`);
    return 1;
  }
  const declared = declareEntitlement(
    registry,
    {
      subscription: call.subscription ?? (context.local ? syntheticList.subscription : undefined),
      basis: call.basis ?? (context.local ? syntheticList.basis : undefined),
    },
    { madeUpLists: context.local },
  );
  if (declared.kind === 'refused') {
    io.err(declared.message);
    return 1;
  }
  const base = call.told.since === undefined ? undefined : parseListDate(call.told.since);
  if (base === null) {
    io.err('--since is not a date; write YYYY-MM-DD, the date of the list that the change list continues.');
    return 1;
  }
  try {
    return await importRead({ call, registry, base, entitlement: declared.entitlement }, context);
  } catch (error) {
    if (error instanceof UnreadableFile || error instanceof TooManyChangesError) {
      io.err(`Nothing was imported: ${error.message}`);
      return 1;
    }
    throw error;
  }
}

interface Import {
  readonly call: ImportCall;
  readonly registry: RegistryDefinition;
  readonly base: ListDay | undefined;
  readonly entitlement: Entitlement;
}

async function importRead({ call, registry, base, entitlement }: Import, context: RegistryContext): Promise<number> {
  const { io } = context;
  const started = performance.now();
  const list = collectList();
  const reading = await readList(
    await openListFile(call.file),
    {
      registry,
      format: call.told.format,
      kind: call.told.kind,
      columns: call.told.columns,
      delimiter: call.told.delimiter,
      listDate: call.told.listDate,
      today: dayOf(context.now()),
      onStart: list.onStart,
      onProgress: (lines) => io.err(`read ${formatCount(lines)} lines`),
    },
    list.take,
  );
  if (reading.kind === 'refused') {
    io.err(`${call.file} was not imported; the lists held before still answer. ${reading.message}`);
    return 1;
  }
  const { facts, summary } = reading;
  for (const note of facts.notes) {
    io.err(`Note: ${note}`);
  }
  const full = facts.scope === 'full';
  const pages = full
    ? list.numbers.areas().reduce((sum, area) => sum + area.pages.length, 0)
    : list.changes.pages().length;
  const estimate = full ? estimateFull(pages) : estimateChange(pages);
  const size = full ? `${formatCount(list.numbers.size)} numbers` : `${formatCount(list.changes.size)} changes`;
  io.err(
    `read ${formatCount(summary.lines)} lines, ${size} on ${formatCount(pages)} pages; ` +
      `writing the pages takes at most ${formatCount(estimate.write)} write units, ${priceOf(estimate)}`,
  );
  const request = { registry, entitlement, listDay: facts.listDay, summary };
  const dependencies = {
    store: context.store,
    archive: context.archive,
    now: context.now,
    onBegun: (all: number) => {
      if (all > pages) {
        const { write, read } = estimateFull(all);
        io.err(
          `other kinds of contact stay on ${formatCount(all)} pages, which are written again; ` +
            `that takes at most ${formatCount(write)} write units, ${priceOf({ write, read })}`,
        );
      }
    },
    onProgress: everyTwentieth(io.err),
  };
  const done = { registry, facts, summary: reading.summary, seconds: () => (performance.now() - started) / 1000 };
  if (full) {
    const acceptShrink = call.told.acceptShrink ?? false;
    return reportFull(
      await importList({ ...request, numbers: list.numbers, acceptShrink }, dependencies),
      done,
      context,
    );
  }
  const baseDay = base ?? facts.listDay - 1;
  const areas = areasOf(reading);
  return reportChange(
    await importChanges({ ...request, baseDay, areas, changes: list.changes }, dependencies),
    done,
    context,
  );
}

/** Null for all that is held. */
function areasOf({ facts: { covers } }: ListReading & { readonly kind: 'read' }): readonly string[] | null {
  return covers.kind === 'areas' ? covers.areas : null;
}

function everyTwentieth(tell: (line: string) => void): (pages: number, ofPages: number) => void {
  let told = 0;
  return (pages, ofPages) => {
    const share = Math.floor((pages / ofPages) * 20);
    if (share > told) {
      told = share;
      tell(`wrote ${formatCount(pages)} of ${formatCount(ofPages)} pages`);
    }
  };
}
