import * as z from 'zod/mini';

const schema = z.object({
  UPLOAD_BUCKET: z.string().check(z.minLength(1)),
  DEFAULT_COUNTRY: z.string().check(z.length(2)),
});

export const env = schema.parse(process.env);
