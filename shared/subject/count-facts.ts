import type { Report } from '#shared/report/report.ts';
import type { CountAllDependencies } from './count-all.ts';
import type { CountMemory } from './count-memory.ts';
import { countOnSubject } from './count-on-subject.ts';
import { groupBySubject } from './group-by-subject.ts';
import { inParallel } from './in-parallel.ts';

export interface CountDependencies extends CountAllDependencies {
  readonly memory: CountMemory;
}

export interface CountOutcome {
  readonly subjects: number;
  /** Subjects of the batch whose facts also lie in shards. */
  readonly wide: readonly string[];
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
  await inParallel(parallelSubjects, grouped.batches, async (batch) => {
    try {
      if ((await countOnSubject(batch, deps)).wide) {
        wide.push(batch.subjectId);
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
    failed: [...failed].map(([index, error]) => ({ index, error })).sort((a, b) => a.index - b.index),
  };
}
