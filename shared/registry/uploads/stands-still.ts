import { dayMilliseconds } from '#shared/runtime/day.ts';
import type { ListImport } from './upload-ports.ts';

/** A reader's three attempts are over in 48 minutes, a loader's five in 30 (infra/functions/registry-lists.ts, constructs/work-queue.ts). */
const longestRest = 3_600_000;

/** What was read of a file is kept for seven days (the bucket's rule), which S3 counts from midnights on. */
const stagedFor = 6 * dayMilliseconds;

/** Under way, and nobody is at work on it any more: its messages wait among the dead letters, or got lost. */
export function standsStill({ endedAt, takenUpAt }: Pick<ListImport, 'endedAt' | 'takenUpAt'>, now: Date): boolean {
  return endedAt === null && now.getTime() - Date.parse(takenUpAt) > longestRest;
}

/** Whether what was read for its loaders may be gone. */
export function outlivesStaging({ state, startedAt }: Pick<ListImport, 'state' | 'startedAt'>, now: Date): boolean {
  return state === 'loading' && now.getTime() - Date.parse(startedAt) > stagedFor;
}
