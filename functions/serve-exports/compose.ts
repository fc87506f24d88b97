import { randomUUID } from 'node:crypto';
import { S3Client } from '@aws-sdk/client-s3';
import { systemClock } from '#shared/runtime/clock.ts';
import { powertoolsLog } from '#shared/runtime/powertools-log.ts';
import { createKeyStore } from '#shared/storage/access-store.ts';
import { createAuditTrail } from '#shared/storage/audit-store.ts';
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
    keys: createKeyStore(documents, variables.ACCESS_TABLE),
    audit: createAuditTrail(documents, variables.ACCESS_TABLE),
    clock: systemClock,
    newId: randomUUID,
    log: powertoolsLog(),
    ...originSecret(variables.ORIGIN_SECRET_ARN),
  };
}
