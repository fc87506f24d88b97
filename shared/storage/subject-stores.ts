import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { SubjectStores } from '#shared/subject/ports.ts';
import { createShardStore } from './fact-store.ts';
import { createFiguresStore } from './subject-figures-store.ts';
import { createHeadStore, type DynamoHeadStore } from './subject-store.ts';

export interface SubjectTables {
  readonly subjects: string;
  readonly facts: string;
}

/** Everything kept about subjects, in its two tables. */
export function createSubjectStores(
  client: DynamoDBDocumentClient,
  { subjects, facts }: SubjectTables,
): SubjectStores & { readonly heads: DynamoHeadStore } {
  return {
    heads: createHeadStore(client, subjects),
    shards: createShardStore(client, facts),
    figures: createFiguresStore(client, facts),
  };
}
