import { powertoolsLog } from '#shared/runtime/powertools-log.ts';
import { originSecret } from '#shared/storage/origin-secret.ts';
import { env } from './env.ts';
import { createHandler } from './handler.ts';
import document from './openapi.json' with { type: 'json' };

export const handler = createHandler({ document, log: powertoolsLog(), ...originSecret(env.ORIGIN_SECRET_ARN) });
