import * as z from 'zod';

const schema = z.object({
  SUBJECTS_TABLE: z.string().min(1),
  FACTS_TABLE: z.string().min(1),
  ACCESS_TABLE: z.string().min(1),
  EXPORT_BUCKET: z.string().min(1),
  EXPORT_DELIVERY: z.enum(['redirect', 'inline']),
  MASTER_SECRET_ARN: z.string().min(1),
  ORIGIN_SECRET_ARN: z.string().min(1).optional(),
});

export type Environment = z.infer<typeof schema>;

export const env = schema.parse(process.env);
