import { S3Client } from '@aws-sdk/client-s3';
import { powertoolsLog } from '#shared/runtime/powertools-log.ts';
import { composeRegulatorAccess } from '#shared/storage/compose-regulator-access.ts';
import { documentClient } from '#shared/storage/document-client.ts';
import { createExportArchive } from '#shared/storage/export-archive.ts';
import { originSecret } from '#shared/storage/origin-secret.ts';
import type { ServeExportsDependencies } from './dependencies.ts';
import type { env } from './env.ts';

export function composeExports(variables: typeof env): ServeExportsDependencies {
  const documents = documentClient();
  return {
    archive: createExportArchive(new S3Client({ maxAttempts: 4 }), variables.EXPORT_BUCKET),
    delivery: variables.EXPORT_DELIVERY,
    ...composeRegulatorAccess(documents, variables.ACCESS_TABLE),
    log: powertoolsLog(),
    ...originSecret(variables.ORIGIN_SECRET_ARN),
  };
}
