import * as z from 'zod/mini';

const name = z.string().check(z.minLength(1));
const whole = z.coerce.number().check(z.int());

const schema = z.object({
  REPORTS_TABLE: name,
  SUBJECTS_TABLE: name,
  FACTS_TABLE: name,
  COMPLAINTS_TABLE: name,
  REGISTRATIONS_TABLE: name,
  MASTER_SECRET_ARN: name,
  DEFAULT_COUNTRY: z.string().check(z.length(2)),
  REPORT_RETENTION_DAYS: whole.check(z.positive()),
  REGISTRY_POINTER_SECONDS: whole.check(z.nonnegative()),
  CONVERSATIONS_TABLE: z.optional(name),
  REPORTS_PER_LINE_PER_DAY: z.optional(whole.check(z.positive())),
  ORIGIN_SECRET_ARN: z.optional(name),
});

export const env = schema.parse(process.env);
