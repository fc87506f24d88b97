import { systemClock } from '#shared/runtime/clock.ts';
import { scanReports } from '#shared/storage/report-scan.ts';
import { createSubjectStores } from '#shared/storage/subject-stores.ts';
import type { CountDependencies } from '#shared/subject/count-dependencies.ts';
import { countFacts } from '#shared/subject/count-facts.ts';
import { countLimits } from '#shared/subject/count-limits.ts';
import { createCountMemory } from '#shared/subject/count-memory.ts';
import { eraseEverywhere } from '#shared/subject/erase-withdrawn.ts';
import type { Deployment } from '../deployment.ts';
import type { Io } from '../io.ts';
import { decideAgain } from '../redrive/decide-again.ts';

/** What recounting needs of a deployment. */
export interface RecountDeployment extends Pick<Deployment, 'documentClient' | 'lambdaClient'> {
  readonly directory: Pick<Deployment['directory'], 'functions'> & {
    readonly tables: Pick<Deployment['directory']['tables'], 'Reports' | 'Subjects' | 'Facts'>;
  };
}

const segments = 4;
const progressEvery = 5000;

/**
 * `recount [--since TIME]`: reads all reports (or those changed since) and counts them again. Facts only grow, so it is
 * safe beside reports that come in, safe to repeat and safe to interrupt. What withdrawn reports have left is erased;
 * facts whose report has expired stay, for an expiry is not a withdrawal. Reports that ask for a complaint are decided
 * again, too, in case the stream forgot them. Answers the exit status.
 */
export async function recountCommand(
  args: readonly string[],
  { documentClient, lambdaClient, directory: { tables, functions } }: RecountDeployment,
  io: Io,
): Promise<number> {
  const since = readSince(args);
  if (since === 'unreadable') {
    io.err('usage: recount [--since TIME], with a time like 2026-11-20 or 2026-11-20T08:00:00Z');
    return 2;
  }
  const stores = createSubjectStores(documentClient, { subjects: tables.Subjects, facts: tables.Facts });
  const counting: CountDependencies = {
    ...stores,
    clock: systemClock,
    memory: createCountMemory(),
    // Wide subjects are gone over once at the end, whatever their size, not with every page.
    limits: { ...countLimits, mostCountedInPassing: -1, mostRefreshed: -1 },
  };
  const wide = new Set<string>();
  const tally = { reports: 0, unreadable: 0, failed: 0, decided: 0, undecided: 0 };
  const decide = functions['decide-complaints'];
  const countSegment = async (segment: number) => {
    for await (const page of scanReports(documentClient, tables.Reports, { segment, segments, since })) {
      const outcome = await countFacts(page.reports, counting);
      for (const subjectId of outcome.wide) {
        wide.add(subjectId);
      }
      const asking = page.reports.filter(({ complaintAsked }) => complaintAsked);
      if (decide !== undefined && asking.length > 0) {
        const decided = await decideAgain(lambdaClient, decide, asking);
        tally[decided ? 'decided' : 'undecided'] += asking.length;
      }
      const before = tally.reports;
      tally.reports += page.reports.length;
      tally.unreadable += page.unreadable;
      tally.failed += outcome.failed.length;
      if (Math.floor(before / progressEvery) < Math.floor(tally.reports / progressEvery)) {
        io.err(`${tally.reports} reports counted…`);
      }
    }
  };
  await Promise.all(Array.from({ length: segments }, (_, segment) => countSegment(segment)));
  for (const subjectId of wide) {
    const limits = { ...countLimits, mostCountedInPassing: Number.POSITIVE_INFINITY };
    await eraseEverywhere(subjectId, { ...counting, limits });
  }
  io.out(`${tally.reports} reports counted${since === null ? '' : ` that changed since ${since.toISOString()}`}.`);
  io.out(`Figures of ${wide.size} subjects with facts in shards counted anew.`);
  io.out(`${tally.decided} reports that ask for a complaint decided again.`);
  if (tally.undecided > 0) {
    io.err(`${tally.undecided} reports stand in pages that decide-complaints did not take whole; its log says why.`);
  }
  if (tally.undecided > 0 && tally.unreadable + tally.failed === 0) {
    return 1;
  }
  if (tally.unreadable > 0 || tally.failed > 0) {
    io.err(`Not counted: ${tally.failed} that could not be written, ${tally.unreadable} that no release can read.`);
    return 1;
  }
  return 0;
}

function readSince(args: readonly string[]): Date | null | 'unreadable' {
  const [option, ...rest] = args.flatMap((arg) => (arg.startsWith('--since=') ? ['--since', arg.slice(8)] : [arg]));
  if (option === undefined) {
    return null;
  }
  const since = new Date(rest[0] ?? '');
  return option !== '--since' || rest.length !== 1 || Number.isNaN(since.getTime()) ? 'unreadable' : since;
}
