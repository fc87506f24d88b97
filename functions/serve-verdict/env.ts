import * as z from 'zod/mini';

const name = z.string().check(z.minLength(1));

const schema = z.object({
  REPORTS_TABLE: name,
  SUBJECTS_TABLE: name,
  FACTS_TABLE: name,
  COMPLAINTS_TABLE: name,
  MASTER_SECRET_ARN: name,
  ORIGIN_SECRET_ARN: z.optional(name),
});

export const env = schema.parse(process.env);
