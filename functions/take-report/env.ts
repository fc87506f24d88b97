import * as z from 'zod';

const schema = z.object({
  REPORTS_TABLE: z.string().min(1),
  SUBJECTS_TABLE: z.string().min(1),
  FACTS_TABLE: z.string().min(1),
  COMPLAINTS_TABLE: z.string().min(1),
  REGISTRATIONS_TABLE: z.string().min(1),
  MASTER_SECRET_ARN: z.string().min(1),
  DEFAULT_COUNTRY: z.string().length(2),
  REPORT_RETENTION_DAYS: z.coerce.number().int().positive(),
  REGISTRY_POINTER_SECONDS: z.coerce.number().int().nonnegative(),
  ORIGIN_SECRET_ARN: z.string().min(1).optional(),
});

export const env = schema.parse(process.env);
