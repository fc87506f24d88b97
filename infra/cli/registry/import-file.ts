import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { declareEntitlement } from '#shared/registry/entitlement.ts';
import { type FlatListSummary, readFlatList } from '#shared/registry/flat-list.ts';
import { type ImportOutcome, importList } from '#shared/registry/import-list.ts';
import { dayOf, formatListDay } from '#shared/registry/list-day.ts';
import { chooseListDate, parseListFileName } from '#shared/registry/list-file-name.ts';
import { findRegistry, type RegistryDefinition, registries } from '#shared/registry/registries.ts';
import { readListFile, UnreadableFile } from './read-list-file.ts';
import { formatCount, type RegistryContext } from './registry-context.ts';

const usage =
  'usage: registry import REGISTRY FILE --subscription ID --basis TEXT [--list-date YYYY-MM-DD] [--accept-shrink]';

/** In the local run lists are made up; whoever imports a real one says so. */
const syntheticList = { subscription: 'synthetic', basis: 'synthetic list, for tests and demonstration' };

/** `registry import`: reads and judges the whole file before the first page is written. */
export async function importFile(args: readonly string[], context: RegistryContext): Promise<number> {
  const { io } = context;
  const call = readCall(args);
  if (call === null) {
    io.err(usage);
    return 2;
  }
  const registry = findRegistry(call.registry);
  if (registry === null) {
    io.err(`There is no registry ${call.registry}; known: ${registries.map(({ id }) => id).join(', ')}.`);
    return 1;
  }
  const declared = declareEntitlement(registry, {
    subscription: call.options.subscription ?? (context.local ? syntheticList.subscription : undefined),
    basis: call.options.basis ?? (context.local ? syntheticList.basis : undefined),
  });
  if (declared.kind === 'refused') {
    io.err(declared.message);
    return 1;
  }
  const named = parseListFileName(basename(call.file));
  const dated = chooseListDate(call.options['list-date'], named, dayOf(context.now()));
  if (dated.kind === 'refused') {
    io.err(dated.message);
    return 1;
  }
  if (named !== null && named.listDay !== dated.listDay) {
    io.err(
      `Note: the file name says ${formatListDay(named.listDay)}; --list-date ${formatListDay(dated.listDay)} is used.`,
    );
  }

  const started = performance.now();
  try {
    const list = await readFlatList(readListFile(call.file), {
      areaCode: named?.areaCode ?? null,
      onProgress: (lines) => io.err(`read ${formatCount(lines)} lines`),
    });
    if (list.kind === 'refused') {
      io.err(`${call.file} was not imported; the lists held before still answer. ${list.message}`);
      return 1;
    }
    io.err(`read ${formatCount(list.summary.lines)} lines, ${formatCount(list.numbers.size)} numbers; writing pages`);
    const outcome = await importList(
      {
        registry,
        entitlement: declared.entitlement,
        listDay: dated.listDay,
        numbers: list.numbers,
        summary: list.summary,
        acceptShrink: call.options['accept-shrink'] ?? false,
      },
      { store: context.store, now: context.now, onProgress: everyTwentieth(io.err) },
    );
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    return report(
      outcome,
      { registry, listDate: formatListDay(dated.listDay), summary: list.summary, seconds },
      context,
    );
  } catch (error) {
    if (error instanceof UnreadableFile) {
      io.err(`Nothing was imported: ${error.message}`);
      return 1;
    }
    throw error;
  }
}

interface Done {
  readonly registry: RegistryDefinition;
  readonly listDate: string;
  readonly summary: FlatListSummary;
  readonly seconds: string;
}

function report(outcome: ImportOutcome, done: Done, { io, units, now }: RegistryContext): number {
  if (outcome.kind === 'refused') {
    io.err(`The list was not imported; the lists held before still answer. ${outcome.message}`);
    return 1;
  }
  const { registry, listDate, summary, seconds } = done;
  if (outcome.kind === 'already_current') {
    io.out(`${registry.id}: this list of ${listDate} is already the current one; nothing to write.`);
  } else {
    io.out(`${registry.id}: the list of ${listDate} now answers`);
    io.out(`  numbers      ${formatCount(outcome.record.numbers)}`);
    io.out(`  area codes   ${formatCount(outcome.record.areas)}`);
    io.out(`  pages        ${formatCount(outcome.record.pages)}`);
  }
  io.out(`  lines read   ${formatCount(summary.lines)}`);
  for (const [reason, { count, firstLines }] of Object.entries(summary.skipped)) {
    io.out(
      `  skipped      ${reason} ${formatCount(count)}, first in ${count === 1 ? 'line' : 'lines'} ${firstLines.join(', ')}`,
    );
  }
  if (outcome.kind === 'imported' && outcome.record.blurred > 0) {
    io.out(`  later dates  ${formatCount(outcome.record.blurred)} numbers, whose pages have no room for a date each`);
  }
  if (outcome.kind === 'imported' && outcome.untouchedAreas.length > 0) {
    io.out(`  untouched    ${formatCount(outcome.untouchedAreas.length)} area codes that this list does not carry`);
  }
  io.out(`  write units  ${formatCount(units.write)}, read units ${formatCount(units.read)}`);
  io.out(`  seconds      ${seconds}`);
  const age = dayOf(now()) - dayOf(new Date(listDate));
  if (registry.maxListAgeDays !== null && age > registry.maxListAgeDays) {
    io.err(
      `Note: the list is ${age} days old; callers must use one of at most ${registry.maxListAgeDays} (${registry.maxListAgeCitation}).`,
    );
  }
  return 0;
}

function readCall(args: readonly string[]) {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        subscription: { type: 'string' },
        basis: { type: 'string' },
        'list-date': { type: 'string' },
        'accept-shrink': { type: 'boolean' },
      },
    });
    const [registry, file, ...more] = positionals;
    return registry === undefined || file === undefined || more.length > 0 ? null : { registry, file, options: values };
  } catch {
    return null;
  }
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
