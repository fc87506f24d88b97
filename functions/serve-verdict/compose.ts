import { randomBytes } from 'node:crypto';
import { createComplaintReader } from '#shared/complaint/reporter-complaints.ts';
import { complaintRegulators, regulators } from '#shared/law/rulebooks.ts';
import { createIdentity } from '#shared/report/identity.ts';
import { systemClock } from '#shared/runtime/clock.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import { powertoolsLog } from '#shared/runtime/powertools-log.ts';
import { createComplaintStore } from '#shared/storage/complaint-store.ts';
import { documentClient } from '#shared/storage/document-client.ts';
import { originSecret } from '#shared/storage/origin-secret.ts';
import { createReportStore } from '#shared/storage/report-store.ts';
import { readSecret } from '#shared/storage/secret-store.ts';
import { createSubjectStores } from '#shared/storage/subject-stores.ts';
import { createSubjectReader } from '#shared/subject/subject-reader.ts';
import type { VerdictDependencies } from './dependencies.ts';
import type { env } from './env.ts';

export async function compose(environment: typeof env): Promise<VerdictDependencies> {
  const client = documentClient();
  const clock = systemClock;
  const secret = await readSecret(environment.MASTER_SECRET_ARN);
  const subjects = createSubjectReader({
    ...createSubjectStores(client, { subjects: environment.SUBJECTS_TABLE, facts: environment.FACTS_TABLE }),
    clock,
  });
  return {
    clock,
    random: randomBytes,
    identity: createIdentity(secret),
    reports: createReportStore(client, environment.REPORTS_TABLE, clock),
    subjects,
    complaints: createComplaintReader({
      complaints: createComplaintStore(client, environment.COMPLAINTS_TABLE),
      regulators: regulators(),
      hash: keyedHash(secret, 'complaint'),
    }),
    days: { daysOf: async (subjectId) => (await subjects.read(subjectId))?.figures.days ?? [] },
    complaintRegulators,
    formHash: keyedHash(secret, 'form'),
    log: powertoolsLog(),
    ...originSecret(environment.ORIGIN_SECRET_ARN),
  };
}
