import * as z from 'zod/mini';
import { formChecksSchema } from '#shared/http/form-checks-schema.ts';
import { json } from '#shared/storage/encoded-variables.ts';
import { name, whole } from '#shared/storage/variables.ts';

const schema = z.object({
  DISPUTES_TABLE: name,
  MASTER_SECRET_ARN: name,
  DEFAULT_COUNTRY: z.string().check(z.length(2)),
  REPORT_RETENTION_DAYS: whole.check(z.positive()),
  FORM_CHECKS: z.pipe(json, formChecksSchema),
  ORIGIN_SECRET_ARN: z.optional(name),
});

export const env = schema.parse(process.env);
