import type { Report } from '#shared/report/report.ts';
import type { CountDependencies } from './count-dependencies.ts';
import { countOnSubject } from './count-on-subject.ts';
import { groupBySubject } from './group-by-subject.ts';
import { inParallel } from './in-parallel.ts';
import { refreshFigures } from './refresh-figures.ts';

export interface CountOutcome {
  readonly subjects: number;
  /** Subjects of the batch whose facts also lie in shards. */
  readonly wide: readonly string[];
  /** Subjects with so many facts that those of the batch's withdrawn reports were left; they no longer count. */
  readonly unerased: readonly string[];
  /** Why the figures of some subject of an earlier batch were not counted anew; null when nothing went wrong. */
  readonly unrefreshed: unknown;
  /** Positions of reports of which something is not written; the rest is durable. */
  readonly failed: readonly { readonly index: number; readonly error: unknown }[];
}

/** Subjects written at the same time. */
const parallelSubjects = 16;

/**
 * Counts report versions, in whatever order, however often. Each subject is written once for the batch. A subject that
 * cannot be written fails the reports that speak to it and no others; taking those again is safe.
 */
export async function countFacts(reports: readonly Report[], deps: CountDependencies): Promise<CountOutcome> {
  const grouped = groupBySubject(reports);
  const failed = new Map(grouped.failed);
  const wide: string[] = [];
  const unerased: string[] = [];
  await inParallel(parallelSubjects, grouped.batches, async (batch) => {
    try {
      const outcome = await countOnSubject(batch, deps);
      if (outcome.wide) {
        wide.push(batch.subjectId);
      }
      if (outcome.unerased) {
        unerased.push(batch.subjectId);
      }
    } catch (error) {
      for (const index of batch.indexes) {
        failed.set(index, error);
      }
    }
  });
  return {
    subjects: grouped.batches.length,
    wide,
    unerased,
    unrefreshed: await refreshDue(deps).then(
      () => null,
      (error: unknown) => error,
    ),
    failed: [...failed].map(([index, error]) => ({ index, error })).sort((a, b) => a.index - b.index),
  };
}

/** One a batch: everything of the batch itself is durable by then. */
async function refreshDue(deps: CountDependencies): Promise<void> {
  const due = deps.memory.takeDue(deps.clock());
  const head = due === undefined ? null : await deps.heads.get(due.subjectId, 'strong');
  if (due !== undefined && head !== null) {
    await refreshFigures(head, due.writtenAt, deps);
  }
}
