import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { OffenderSource } from '#shared/export/offender-source.ts';
import type { Clock } from '#shared/runtime/clock.ts';
import { createExactDescriber } from '#shared/subject/subject-reader.ts';
import { createOffenderSource } from './subject-offenders.ts';
import { createSubjectStores, type SubjectTables } from './subject-stores.ts';

/** Subjects as they are now: wide ones are read fact by fact, since an export is kept and compared for years. */
export function exactOffenderSource(
  client: DynamoDBDocumentClient,
  tables: SubjectTables,
  clock: Clock,
): OffenderSource {
  const stores = createSubjectStores(client, tables);
  return createOffenderSource(stores.heads, createExactDescriber({ ...stores, clock }));
}
