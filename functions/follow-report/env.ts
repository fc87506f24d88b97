import * as z from 'zod/mini';
import { flag } from '#shared/storage/encoded-variables.ts';
import { intakeVariables, name } from '#shared/storage/variables.ts';

const schema = z.object({
  ...intakeVariables,
  REQUIRE_CONTACT_PROOF: flag,
  ORIGIN_SECRET_ARN: z.optional(name),
});

export const env = schema.parse(process.env);
