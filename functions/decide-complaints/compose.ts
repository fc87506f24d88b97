import { S3Client } from '@aws-sdk/client-s3';
import { evaluate } from '#shared/law/evaluate.ts';
import { complaintRegulators } from '#shared/law/rulebooks.ts';
import { systemClock } from '#shared/runtime/clock.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import { powertoolsLog } from '#shared/runtime/powertools-log.ts';
import { createComplaintDocuments } from '#shared/storage/complaint-documents.ts';
import { createComplaintStore } from '#shared/storage/complaint-store.ts';
import { documentClient } from '#shared/storage/document-client.ts';
import { readSecret } from '#shared/storage/secret-store.ts';
import type { env } from './env.ts';
import type { DecideComplaintsDependencies } from './handler.ts';

export async function composeDecision(variables: typeof env): Promise<DecideComplaintsDependencies> {
  return {
    complaints: createComplaintStore(documentClient(), variables.COMPLAINTS_TABLE),
    documents: createComplaintDocuments(new S3Client({ maxAttempts: 4 }), variables.COMPLAINT_BUCKET),
    regulators: variables.REGULATORS,
    hash: keyedHash(await readSecret(variables.MASTER_SECRET_ARN), 'complaint'),
    law: { evaluate, complaintRegulators },
    requireContactProof: variables.REQUIRE_CONTACT_PROOF,
    clock: systemClock,
    log: powertoolsLog(),
  };
}
