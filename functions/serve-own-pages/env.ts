import * as z from 'zod/mini';
import { followingVariables, name } from '#shared/storage/variables.ts';

const schema = z.object({
  ...followingVariables,
  ORIGIN_SECRET_ARN: z.optional(name),
});

export const env = schema.parse(process.env);
