import { createLetterReader } from '#shared/complaint/reporter-complaints.ts';
import { evaluate } from '#shared/law/evaluate.ts';
import { complaintRegulators, regulators } from '#shared/law/rulebooks.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import { powertoolsLog } from '#shared/runtime/powertools-log.ts';
import { createComplaintStore } from '#shared/storage/complaint-store.ts';
import { composeIntake } from '#shared/storage/compose-intake.ts';
import { documentClient } from '#shared/storage/document-client.ts';
import { originSecret } from '#shared/storage/origin-secret.ts';
import { readSecret } from '#shared/storage/secret-store.ts';
import type { env } from './env.ts';
import type { FollowReportDependencies } from './handler.ts';

export async function compose(environment: typeof env): Promise<FollowReportDependencies> {
  const client = documentClient();
  const secret = await readSecret(environment.MASTER_SECRET_ARN);
  const intake = composeIntake(environment, client, secret);
  return {
    ...intake,
    letters: createLetterReader({
      complaints: createComplaintStore(client, environment.COMPLAINTS_TABLE),
      reports: intake.reports,
      regulators: regulators(),
      law: { evaluate, complaintRegulators },
      requireContactProof: environment.REQUIRE_CONTACT_PROOF,
      hash: keyedHash(secret, 'complaint'),
    }),
    log: powertoolsLog(),
    ...originSecret(environment.ORIGIN_SECRET_ARN),
  };
}
