import { compose } from './compose.ts';
import { env } from './env.ts';
import { createHandler } from './handler.ts';

export const handler = createHandler(compose(env));
