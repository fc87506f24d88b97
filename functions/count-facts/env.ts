import * as z from 'zod';

const schema = z.object({
  SUBJECTS_TABLE: z.string().min(1),
  FACTS_TABLE: z.string().min(1),
});

export const env = schema.parse(process.env);
