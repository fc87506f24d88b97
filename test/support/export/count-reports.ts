import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Report } from '#shared/report/report.ts';
import { createSubjectStores, type SubjectTables } from '#shared/storage/subject-stores.ts';
import { countFacts } from '#shared/subject/count-facts.ts';
import { countLimits } from '#shared/subject/count-limits.ts';
import { createCountMemory } from '#shared/subject/count-memory.ts';

/** Counts reports as the stream's reader does. */
export async function countReports(
  reports: readonly Report[],
  client: DynamoDBDocumentClient,
  tables: SubjectTables,
): Promise<void> {
  const { failed } = await countFacts(reports, {
    ...createSubjectStores(client, tables),
    memory: createCountMemory(),
    clock: () => new Date('2026-11-21T12:00:00Z'),
    limits: countLimits,
  });
  if (failed.length > 0) {
    throw new Error(`${failed.length} reports were not counted`, { cause: failed[0]?.error });
  }
}
