import { systemClock } from '#shared/runtime/clock.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import { powertoolsLog } from '#shared/runtime/powertools-log.ts';
import { composeRegulatorAccess } from '#shared/storage/compose-regulator-access.ts';
import { documentClient } from '#shared/storage/document-client.ts';
import { originSecret } from '#shared/storage/origin-secret.ts';
import { readSecret } from '#shared/storage/secret-store.ts';
import { createOffenderSource } from '#shared/storage/subject-offenders.ts';
import { createSubjectStores } from '#shared/storage/subject-stores.ts';
import { createSubjectReader } from '#shared/subject/subject-reader.ts';
import type { ServeOffendersDependencies } from './dependencies.ts';
import type { env } from './env.ts';

export async function composeServing(variables: typeof env): Promise<ServeOffendersDependencies> {
  const documents = documentClient();
  const stores = createSubjectStores(documents, { subjects: variables.SUBJECTS_TABLE, facts: variables.FACTS_TABLE });
  return {
    source: createOffenderSource(stores.heads, createSubjectReader({ ...stores, clock: systemClock })),
    ...composeRegulatorAccess(documents, variables.ACCESS_TABLE),
    cursorHash: keyedHash(await readSecret(variables.MASTER_SECRET_ARN), 'cursor'),
    log: powertoolsLog(),
    ...originSecret(variables.ORIGIN_SECRET_ARN),
  };
}
