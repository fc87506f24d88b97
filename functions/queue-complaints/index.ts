import { powertoolsLog } from '#shared/runtime/powertools-log.ts';
import { composeSending } from '#shared/storage/complaint-sending.ts';
import { env } from './env.ts';
import { createHandler } from './handler.ts';

export const handler = createHandler({ ...composeSending(env), log: powertoolsLog() });
