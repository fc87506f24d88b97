import * as z from 'zod';

const schema = z.object({
  ACCESS_TABLE: z.string().min(1),
  EXPORT_BUCKET: z.string().min(1),
  EXPORT_DELIVERY: z.enum(['redirect', 'inline']),
  ORIGIN_SECRET_ARN: z.string().min(1).optional(),
});

export const env = schema.parse(process.env);
