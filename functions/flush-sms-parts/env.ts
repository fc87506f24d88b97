import * as z from 'zod/mini';
import { smsSettingsSchema } from '#shared/intake/sms-settings.ts';

const name = z.string().check(z.minLength(1));
const whole = z.coerce.number().check(z.int());
const json = z.pipe(
  z.string(),
  z.transform((text): unknown => JSON.parse(text)),
);

const schema = z.object({
  REPORTS_TABLE: name,
  SUBJECTS_TABLE: name,
  FACTS_TABLE: name,
  COMPLAINTS_TABLE: name,
  REGISTRATIONS_TABLE: name,
  CONVERSATIONS_TABLE: name,
  MASTER_SECRET_ARN: name,
  DEFAULT_COUNTRY: z.string().check(z.length(2)),
  REPORT_RETENTION_DAYS: whole.check(z.positive()),
  REGISTRY_POINTER_SECONDS: whole.check(z.nonnegative()),
  SMS: z.pipe(json, smsSettingsSchema),
  // Where that gateway is on.
  VONAGE_SECRET_ARN: z.optional(name),
});

export const env = schema.parse(process.env);
