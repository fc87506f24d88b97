import { complaintRegulators, regulators } from '#shared/law/rulebooks.ts';
import { systemClock } from '#shared/runtime/clock.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import { powertoolsLog } from '#shared/runtime/powertools-log.ts';
import { createComplaintStore } from '#shared/storage/complaint-store.ts';
import { composeIntake } from '#shared/storage/compose-intake.ts';
import { composeLetters } from '#shared/storage/compose-letters.ts';
import { documentClient } from '#shared/storage/document-client.ts';
import { originSecret } from '#shared/storage/origin-secret.ts';
import { readSecret } from '#shared/storage/secret-store.ts';
import { createSubjectStores } from '#shared/storage/subject-stores.ts';
import { createSubjectReader } from '#shared/subject/subject-reader.ts';
import type { OwnPagesDependencies } from './dependencies.ts';
import type { env } from './env.ts';

export async function compose(environment: typeof env): Promise<OwnPagesDependencies> {
  const client = documentClient();
  const secret = await readSecret(environment.MASTER_SECRET_ARN);
  const intake = composeIntake(environment, client, secret);
  const subjects = createSubjectReader({
    ...createSubjectStores(client, { subjects: environment.SUBJECTS_TABLE, facts: environment.FACTS_TABLE }),
    clock: systemClock,
  });
  return {
    ...intake,
    complaintStore: createComplaintStore(client, environment.COMPLAINTS_TABLE),
    complaintHash: keyedHash(secret, 'complaint'),
    formHash: keyedHash(secret, 'form'),
    days: { daysOf: async (subjectId) => (await subjects.read(subjectId))?.figures.days ?? [] },
    complaintRegulators,
    regulators: regulators(),
    letters: composeLetters(environment, client, secret, intake.reports),
    log: powertoolsLog(),
    ...originSecret(environment.ORIGIN_SECRET_ARN),
  };
}
