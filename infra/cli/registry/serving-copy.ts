import type { CopyReport } from '#shared/registry/copy-report.ts';
import { named } from '#shared/registry/list-objections.ts';
import { findRegistry, registries } from '#shared/registry/registries.ts';
import { type CopyDependencies, compareServingCopy, restoreServingCopy } from '#shared/registry/serving-copy.ts';
import { DamagedSnapshotError } from '#shared/registry/snapshot-archive.ts';
import { formatCount, type RegistryContext } from './registry-context.ts';

type Work = 'verify' | 'restore';

export const servingCopyUsage = `usage: registry verify REGISTRY
       registry restore REGISTRY`;

/** `registry verify`: the pages that answer against the snapshot. Exit status 0 only if they say the same. */
export function verifyRegistry(args: readonly string[], context: RegistryContext): Promise<number> {
  return work('verify', args, context);
}

/** `registry restore`: puts the pages that answer right, from the snapshot. Exit status 0 only if all are. */
export function restoreRegistry(args: readonly string[], context: RegistryContext): Promise<number> {
  return work('restore', args, context);
}

async function work(kind: Work, args: readonly string[], context: RegistryContext): Promise<number> {
  const { io, store, archive, units } = context;
  const [id = '', ...more] = args;
  if (id === '' || more.length > 0) {
    io.err(servingCopyUsage);
    return 2;
  }
  const registry = findRegistry(id);
  if (registry === null) {
    io.err(`There is no registry ${id}; known: ${registries.map((each) => each.id).join(', ')}.`);
    return 1;
  }
  if (archive === undefined) {
    io.err('This deployment keeps no snapshots in a bucket; deploy it again, then import the list again.');
    return 1;
  }
  const dependencies: CopyDependencies = { store, archive, onProgress: everyFifty(io.err) };
  try {
    const go = kind === 'verify' ? compareServingCopy : restoreServingCopy;
    const outcome = await go(registry, dependencies);
    if (outcome.kind === 'nothing_held') {
      io.err(`No list of ${id} is held; there is nothing to ${kind}. Import one.`);
      return 1;
    }
    show(id, outcome.report, context);
    io.out(`  write units  ${formatCount(units.write)}, read units ${formatCount(units.read)}`);
    if (outcome.kind === 'moved_meanwhile') {
      io.err(`An import changed ${id} meanwhile. Run this again.`);
      return 1;
    }
    return conclude(kind, id, outcome.report, context);
  } catch (error) {
    if (error instanceof DamagedSnapshotError) {
      io.err(`The snapshot of ${id} cannot be read: ${error.message}. Import the list again.`);
      return 1;
    }
    throw error;
  }
}

function show(id: string, report: CopyReport, { io }: RegistryContext): void {
  io.out(`${id}: what answers, against the snapshot`);
  io.out(`  area codes   ${formatCount(report.areas)}`);
  io.out(`  pages        ${formatCount(report.pages)}`);
  const counts = [
    ['missing', report.missing, 'whose lines are answered as if nobody were listed'],
    ['different', report.different, 'that say something else, or are damaged'],
    ['extra', report.extra, 'with lines that the snapshot does not list'],
    ['directories', report.directories, 'of areas, missing or not complete'],
  ] as const;
  for (const [name, count, what] of counts) {
    if (count > 0) {
      io.out(`  ${name.padEnd(12)} ${formatCount(count)}, ${what}`);
    }
  }
  if (report.differing.length > 0) {
    io.out(`  in           ${named(report.differing)}`);
  }
}

function conclude(kind: Work, id: string, report: CopyReport, { io }: RegistryContext): number {
  const found = report.missing + report.different + report.extra + report.directories;
  if (report.withoutFile.length > 0) {
    io.err(
      `The snapshot has no sound file for ${named(report.withoutFile)}: nothing was ${kind === 'verify' ? 'compared' : 'restored'} there. ` +
        'Import a full list of it again.',
    );
  }
  if (found > 0 && kind === 'verify') {
    io.err(`What answers is not what the snapshot says. Put it right with: registry restore ${id}`);
  }
  if (kind === 'restore' && found > 0) {
    io.out(`  restored     ${formatCount(report.mended)}, written and read back`);
  }
  if (kind === 'restore' && report.mended < found) {
    io.err(
      `${formatCount(found - report.mended)} could not be put right: something else writes there. Run this again.`,
    );
  }
  const right = kind === 'verify' ? found === 0 : report.mended === found;
  if (right && report.withoutFile.length === 0) {
    io.out(`${id}: what answers is what the snapshot says.`);
    return 0;
  }
  return 1;
}

function everyFifty(tell: (line: string) => void): (areas: number, ofAreas: number) => void {
  return (areas, ofAreas) => {
    if (areas % 50 === 0) {
      tell(`compared ${formatCount(areas)} of ${formatCount(ofAreas)} area codes`);
    }
  };
}
