import * as z from 'zod/mini';
import { formChecksSchema } from '#shared/http/form-checks-schema.ts';

const name = z.string().check(z.minLength(1));
const json = z.pipe(
  z.string(),
  z.transform((text): unknown => JSON.parse(text)),
);

const schema = z.object({
  DISPUTES_TABLE: name,
  MASTER_SECRET_ARN: name,
  DEFAULT_COUNTRY: z.string().check(z.length(2)),
  REPORT_RETENTION_DAYS: z.coerce.number().check(z.int(), z.positive()),
  FORM_CHECKS: z.pipe(json, formChecksSchema),
  ORIGIN_SECRET_ARN: z.optional(name),
});

export const env = schema.parse(process.env);
