import * as z from 'zod';

const schema = z.object({
  REPORTS_TABLE: z.string().min(1),
  COMPLAINTS_TABLE: z.string().min(1),
  ACCESS_TABLE: z.string().min(1),
  COMPLAINT_BUCKET: z.string().min(1),
  MASTER_SECRET_ARN: z.string().min(1),
  ORIGIN_SECRET_ARN: z.string().min(1).optional(),
});

export const env = schema.parse(process.env);
