import * as z from 'zod/mini';
import { formChecksSchema } from '#shared/http/form-checks-schema.ts';
import { json } from '#shared/storage/encoded-variables.ts';
import { allowanceVariables, intakeVariables, name } from '#shared/storage/variables.ts';

const schema = z.object({
  ...intakeVariables,
  ...allowanceVariables,
  FORM_CHECKS: z.pipe(json, formChecksSchema),
  ORIGIN_SECRET_ARN: z.optional(name),
});

export const env = schema.parse(process.env);
