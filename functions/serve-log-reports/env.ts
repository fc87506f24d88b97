import * as z from 'zod/mini';
import { allowanceVariables, intakeVariables, name } from '#shared/storage/variables.ts';

const schema = z.object({
  ...intakeVariables,
  ...allowanceVariables,
  ORIGIN_SECRET_ARN: z.optional(name),
});

export const env = schema.parse(process.env);
