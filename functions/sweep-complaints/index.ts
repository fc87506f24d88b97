import { queueUrls } from '#shared/complaint/regulator-settings.ts';
import { powertoolsLog } from '#shared/runtime/powertools-log.ts';
import { composeSending } from '#shared/storage/complaint-sending.ts';
import { env } from './env.ts';
import { createHandler } from './handler.ts';
import { untakenGauge } from './untaken-gauge.ts';

const regulators = [...queueUrls(env.REGULATORS).keys()];
export const handler = createHandler({
  ...composeSending(env),
  regulators,
  gauge: untakenGauge(),
  log: powertoolsLog(),
});
