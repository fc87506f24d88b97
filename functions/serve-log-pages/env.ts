import * as z from 'zod/mini';

const name = z.string().check(z.minLength(1));

const schema = z.object({
  UPLOAD_BUCKET: name,
  MASTER_SECRET_ARN: name,
  DEFAULT_COUNTRY: z.string().check(z.length(2)),
  ORIGIN_SECRET_ARN: z.optional(name),
});

export const env = schema.parse(process.env);
