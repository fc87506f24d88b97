import type { Readable } from 'node:stream';
import type { Report } from '#shared/report/report.ts';
import { type TakeDependencies, takeReport } from '#shared/report/take-report.ts';
import { readFtcFile } from './ftc-file.ts';
import { ftcReport } from './ftc-report.ts';
import type { FtcRow, SkipReason } from './ftc-row.ts';

export interface ReplayOutcome {
  readonly rows: number;
  readonly taken: number;
  /** Of those taken, the ones that were not there before. */
  readonly created: number;
  readonly skipped: Readonly<Partial<Record<SkipReason, number>>>;
  /** Rows with a subject that is none of the fifteen; kept as `other`. */
  readonly unknownSubjects: number;
  /** What counting must have seen: report ids by subject. */
  readonly reports: ReadonlyMap<string, readonly Pick<Report, 'id' | 'revision'>[]>;
}

export interface ReplayDependencies extends TakeDependencies {
  /** Reports taken at once. */
  readonly atOnce: number;
}

/**
 * Takes every usable row of an FTC file as a report of its own, in constant memory but for the ids. The same file gives
 * the same reports however often it is read. Throws FtcFileFault for a file of another kind.
 */
export async function replayFile(
  file: Readable,
  deps: ReplayDependencies,
  progress: (rows: number) => void = () => {},
): Promise<ReplayOutcome> {
  // Earlier reports of the same cell depend on how far counting got; without them every run gives the same reports.
  const alone: ReplayDependencies = {
    ...deps,
    subjects: { ...deps.subjects, peek: async (id) => ({ summary: emptySummary(id), priorContacts: [] }) },
  };
  const skipped: Partial<Record<SkipReason, number>> = {};
  const seen = new Map<string, number>();
  const reports = new Map<string, Pick<Report, 'id' | 'revision'>[]>();
  const running = new Set<Promise<void>>();
  let rows = 0;
  let taken = 0;
  let created = 0;
  let unknownSubjects = 0;
  let fault: unknown;

  const skip = (reason: SkipReason): void => {
    skipped[reason] = (skipped[reason] ?? 0) + 1;
  };

  const take = async (row: FtcRow, repeat: number): Promise<void> => {
    const outcome = await takeReport(ftcReport(row, repeat), alone);
    if (outcome.kind === 'refused') {
      // The sender was accepted before, and the zone is ours: what intake can refuse is a date out of its bounds.
      skip('date');
      return;
    }
    if (outcome.kind === 'key_reused') {
      throw new Error('the same row was taken before as another report');
    }
    taken += 1;
    created += outcome.kind === 'taken' ? 1 : 0;
    const { id, revision, subjectId } = outcome.report;
    if (subjectId !== null) {
      const ofSubject = reports.get(subjectId);
      if (ofSubject === undefined) {
        reports.set(subjectId, [{ id, revision }]);
      } else {
        ofSubject.push({ id, revision });
      }
    }
  };

  for await (const record of readFtcFile(file)) {
    rows += 1;
    if (rows % 2000 === 0) {
      progress(rows);
    }
    if (record.kind === 'skipped') {
      skip(record.reason);
      continue;
    }
    const repeat = seen.get(record.row.fingerprint) ?? 0;
    seen.set(record.row.fingerprint, repeat + 1);
    unknownSubjects += record.row.unknownSubject ? 1 : 0;
    const task = take(record.row, repeat)
      .catch((error: unknown) => {
        fault ??= error;
      })
      .finally(() => running.delete(task));
    running.add(task);
    if (running.size >= deps.atOnce) {
      await Promise.race(running);
    }
    if (fault !== undefined) {
      break;
    }
  }
  await Promise.all(running);
  if (fault !== undefined) {
    throw fault;
  }
  return { rows, taken, created, skipped, unknownSubjects, reports };
}

function emptySummary(id: string) {
  return { id, reports: 0, reporters: 0, firstReported: null, lastReported: null };
}
