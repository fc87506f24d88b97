import { powertoolsLog } from '#shared/runtime/powertools-log.ts';
import { composeSending } from '#shared/storage/complaint-sending.ts';
import { createComplaintStore } from '#shared/storage/complaint-store.ts';
import { documentClient } from '#shared/storage/document-client.ts';
import { env } from './env.ts';
import { createHandler } from './handler.ts';
import { untakenGauge } from './untaken-gauge.ts';

export const handler = createHandler({
  ...composeSending(env),
  complaints: createComplaintStore(documentClient(), env.COMPLAINTS_TABLE),
  regulators: env.REGULATORS.map(({ id }) => id),
  gauge: untakenGauge(),
  log: powertoolsLog(),
});
