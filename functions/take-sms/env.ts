import * as z from 'zod/mini';
import { smsVariables } from '#shared/storage/sms-variables.ts';
import { name } from '#shared/storage/variables.ts';

const schema = z.object({
  ...smsVariables,
  // Of the gateways that are on.
  TWILIO_SECRET_ARN: z.optional(name),
  VONAGE_SECRET_ARN: z.optional(name),
  VONAGE_MESSAGES_SECRET_ARN: z.optional(name),
  INFOBIP_SECRET_ARN: z.optional(name),
  GENERIC_SECRET_ARN: z.optional(name),
  ORIGIN_SECRET_ARN: z.optional(name),
});

export const env = schema.parse(process.env);
