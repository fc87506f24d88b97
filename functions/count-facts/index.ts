import { systemClock } from '#shared/runtime/clock.ts';
import { powertoolsLog } from '#shared/runtime/powertools-log.ts';
import { documentClient } from '#shared/storage/document-client.ts';
import { createSubjectStores } from '#shared/storage/subject-stores.ts';
import { env } from './env.ts';
import { createHandler } from './handler.ts';

const stores = createSubjectStores(documentClient(), { subjects: env.SUBJECTS_TABLE, facts: env.FACTS_TABLE });
export const handler = createHandler({ ...stores, clock: systemClock, log: powertoolsLog() });
