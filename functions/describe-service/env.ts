import * as z from 'zod';

const schema = z.object({ ORIGIN_SECRET_ARN: z.string().min(1).optional() });

export const env = schema.parse(process.env);
