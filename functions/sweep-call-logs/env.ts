import * as z from 'zod/mini';

const schema = z.object({ UPLOAD_BUCKET: z.string().check(z.minLength(1)) });

export const env = schema.parse(process.env);
