import { S3Client } from '@aws-sdk/client-s3';
import { systemClock } from '#shared/runtime/clock.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import { powertoolsLog } from '#shared/runtime/powertools-log.ts';
import { createComplaintDocuments } from '#shared/storage/complaint-documents.ts';
import { createComplaintList } from '#shared/storage/complaint-list.ts';
import { createComplaintStore } from '#shared/storage/complaint-store.ts';
import { composeRegulatorAccess } from '#shared/storage/compose-regulator-access.ts';
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
    ...composeRegulatorAccess(client, variables.ACCESS_TABLE),
    cursorHash: keyedHash(await readSecret(variables.MASTER_SECRET_ARN), 'cursor'),
    log: powertoolsLog(),
    ...originSecret(variables.ORIGIN_SECRET_ARN),
  };
}
