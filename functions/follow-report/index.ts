import { composeReports } from '#shared/storage/compose-reports.ts';
import { env } from './env.ts';
import { createHandler } from './handler.ts';

export const handler = createHandler(await composeReports(env));
