import * as z from 'zod/mini';
import { smsVariables } from '#shared/storage/sms-variables.ts';
import { name } from '#shared/storage/variables.ts';

const schema = z.object({
  ...smsVariables,
  // Where that gateway is on.
  VONAGE_SECRET_ARN: z.optional(name),
});

export const env = schema.parse(process.env);
