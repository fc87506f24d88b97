import type { DynamoDBBatchResponse } from 'aws-lambda';
import type { Report } from '#shared/report/report.ts';
import type { Clock } from '#shared/runtime/clock.ts';
import type { Log } from '#shared/runtime/log.ts';
import { reportFromImage } from '#shared/storage/report-item.ts';
import { readStreamEvent, type StreamRecord } from '#shared/storage/stream-record.ts';
import type { CountDependencies } from '#shared/subject/count-dependencies.ts';
import { countFacts } from '#shared/subject/count-facts.ts';
import { countLimits } from '#shared/subject/count-limits.ts';
import { createCountMemory } from '#shared/subject/count-memory.ts';
import type { SubjectStores } from '#shared/subject/ports.ts';

export interface CountFactsDependencies extends SubjectStores {
  readonly clock: Clock;
  readonly log: Log;
}

/** Counts what a batch of the Reports stream says; answers the records that must come again. */
export function createHandler(deps: CountFactsDependencies) {
  const counting: CountDependencies = { ...deps, limits: countLimits, memory: createCountMemory() };
  return async (event: unknown): Promise<DynamoDBBatchResponse> => {
    const records = readStreamEvent(event);
    const read = records
      .filter(({ removed }) => !removed)
      .map((record) => ({ sequence: record.sequence, report: readReport(record, deps.log) }));
    const readable = read.flatMap(({ sequence, report }) => (report === null ? [] : [{ sequence, report }]));
    const outcome = await countFacts(
      readable.map(({ report }) => report),
      counting,
    );
    const failed = new Set(read.filter(({ report }) => report === null).map(({ sequence }) => sequence));
    for (const { index, error } of outcome.failed) {
      const record = readable[index];
      if (record !== undefined) {
        failed.add(record.sequence);
        deps.log.error('report_not_counted', error, { reportId: record.report.id, revision: record.report.revision });
      }
    }
    for (const subjectId of outcome.unerased) {
      // Too many facts to go through in a stream batch: docs/runbooks/README.md.
      deps.log.warn('withdrawn_not_erased', { subjectId });
    }
    if (outcome.unrefreshed !== null) {
      deps.log.error('figures_not_refreshed', outcome.unrefreshed);
    }
    deps.log.info('reports_counted', {
      records: records.length,
      reports: readable.length,
      subjects: outcome.subjects,
      wideSubjects: outcome.wide.length,
      failed: failed.size,
    });
    return { batchItemFailures: [...failed].map((itemIdentifier) => ({ itemIdentifier })) };
  };
}

/** Null for an item that no release has written: it must end on the dead-letter queue, not be passed over. */
function readReport({ sequence, image }: StreamRecord, log: Log): Report | null {
  try {
    if (image === null) {
      throw new Error('a record without its new image');
    }
    return reportFromImage(image);
  } catch (error) {
    log.error('record_not_a_report', error, { sequence });
    return null;
  }
}
