import { randomUUID } from 'node:crypto';
import { S3Client } from '@aws-sdk/client-s3';
import { systemClock } from '#shared/runtime/clock.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import { powertoolsLog } from '#shared/runtime/powertools-log.ts';
import { createKeyStore } from '#shared/storage/access-store.ts';
import { createAuditTrail } from '#shared/storage/audit-store.ts';
import { createComplaintDocuments } from '#shared/storage/complaint-documents.ts';
import { createComplaintList } from '#shared/storage/complaint-list.ts';
import { createComplaintStore } from '#shared/storage/complaint-store.ts';
import { documentClient } from '#shared/storage/document-client.ts';
import { originSecret } from '#shared/storage/origin-secret.ts';
import { createReportStore } from '#shared/storage/report-store.ts';
import { readSecret } from '#shared/storage/secret-store.ts';
import type { ServeComplaintsDependencies } from './dependencies.ts';
import type { env } from './env.ts';

export async function composeComplaints(variables: typeof env): Promise<ServeComplaintsDependencies> {
  const client = documentClient();
  const reports = createReportStore(client, variables.REPORTS_TABLE, systemClock);
  return {
    complaints: createComplaintStore(client, variables.COMPLAINTS_TABLE),
    list: createComplaintList(client, variables.COMPLAINTS_TABLE),
    documents: createComplaintDocuments(new S3Client({ maxAttempts: 4 }), variables.COMPLAINT_BUCKET),
    takenBack: async (reportId) => {
      // An expired report was not withdrawn: its complaint stands.
      const report = await reports.get(reportId);
      return report !== null && report.content?.input.complain !== true;
    },
    keys: createKeyStore(client, variables.ACCESS_TABLE),
    audit: createAuditTrail(client, variables.ACCESS_TABLE),
    cursorHash: keyedHash(await readSecret(variables.MASTER_SECRET_ARN), 'cursor'),
    clock: systemClock,
    newId: randomUUID,
    log: powertoolsLog(),
    ...originSecret(variables.ORIGIN_SECRET_ARN),
  };
}
