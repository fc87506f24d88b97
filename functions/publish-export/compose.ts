import { S3Client } from '@aws-sdk/client-s3';
import { systemClock } from '#shared/runtime/clock.ts';
import { powertoolsLog } from '#shared/runtime/powertools-log.ts';
import { documentClient } from '#shared/storage/document-client.ts';
import { createExportFiles } from '#shared/storage/export-files.ts';
import { exactOffenderSource } from '#shared/storage/export-source.ts';
import type { env } from './env.ts';
import type { PublishExportDependencies } from './handler.ts';

export function composePublishing(variables: typeof env): PublishExportDependencies {
  const tables = { subjects: variables.SUBJECTS_TABLE, facts: variables.FACTS_TABLE };
  return {
    source: exactOffenderSource(documentClient(), tables, systemClock),
    files: createExportFiles(new S3Client({ maxAttempts: 8 }), variables.EXPORT_BUCKET),
    clock: systemClock,
    log: powertoolsLog(),
  };
}
