import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { createLetterReader } from '#shared/complaint/reporter-complaints.ts';
import { evaluate } from '#shared/law/evaluate.ts';
import { complaintRegulators, regulators } from '#shared/law/rulebooks.ts';
import type { ComplaintLetterReader, ReportStore } from '#shared/report/ports.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import { createComplaintStore } from './complaint-store.ts';

interface LetterEnvironment {
  readonly COMPLAINTS_TABLE: string;
  readonly REQUIRE_CONTACT_PROOF: boolean;
}

/** What a reporter reads of its complaints, for functions that follow a report. */
export function composeLetters(
  env: LetterEnvironment,
  client: DynamoDBDocumentClient,
  masterSecret: string,
  reports: ReportStore,
): ComplaintLetterReader {
  return createLetterReader({
    complaints: createComplaintStore(client, env.COMPLAINTS_TABLE),
    reports,
    regulators: regulators(),
    law: { evaluate, complaintRegulators },
    requireContactProof: env.REQUIRE_CONTACT_PROOF,
    hash: keyedHash(masterSecret, 'complaint'),
  });
}
