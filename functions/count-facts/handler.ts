import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import type { Report } from '#shared/report/report.ts';
import type { Clock } from '#shared/runtime/clock.ts';
import type { Log } from '#shared/runtime/log.ts';
import { reportFromImage } from '#shared/storage/report-item.ts';
import { type CountDependencies, countFacts } from '#shared/subject/count-facts.ts';
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
  return async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const read = event.Records.filter(({ eventName }) => eventName !== 'REMOVE').map((record) => ({
      sequence: record.dynamodb?.SequenceNumber ?? '',
      report: readReport(record, deps.log),
    }));
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
    deps.log.info('reports_counted', {
      records: event.Records.length,
      reports: readable.length,
      subjects: outcome.subjects,
      wideSubjects: outcome.wide.length,
      failed: failed.size,
    });
    return { batchItemFailures: [...failed].map((itemIdentifier) => ({ itemIdentifier })) };
  };
}

/** Null for an item that no release has written: it must end on the dead-letter queue, not be passed over. */
function readReport(record: DynamoDBRecord, log: Log): Report | null {
  try {
    return reportFromImage(imageOf(record));
  } catch (error) {
    log.error('record_not_a_report', error, { sequence: record.dynamodb?.SequenceNumber ?? '' });
    return null;
  }
}

/** The event carries binary values as base64; a report has none. */
function imageOf(record: DynamoDBRecord): Record<string, AttributeValue> {
  const image = record.dynamodb?.NewImage;
  if (image === undefined) {
    throw new Error('a record without its new image');
  }
  return image as Record<string, AttributeValue>;
}
