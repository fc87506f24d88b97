import * as z from 'zod/mini';
import { mailSettingsSchema } from '#shared/report/contact-proof/mail-settings.ts';

const name = z.string().check(z.minLength(1));
const json = z.pipe(
  z.string(),
  z.transform((text): unknown => JSON.parse(text)),
);
const whole = z.coerce.number().check(z.int());

const schema = z.object({
  REPORTS_TABLE: name,
  SUBJECTS_TABLE: name,
  FACTS_TABLE: name,
  COMPLAINTS_TABLE: name,
  REGISTRATIONS_TABLE: name,
  MASTER_SECRET_ARN: name,
  MAIL: z.pipe(json, mailSettingsSchema),
  /** Only where mail is sent, these two. */
  CONVERSATIONS_TABLE: z.optional(name),
  CONTACT_PROOF_QUEUE_URL: z.optional(name),
  REGULATORS: z.pipe(json, z.array(z.object({ id: name, takesFromQueue: z.boolean() }))),
  REQUIRE_CONTACT_PROOF: z.pipe(
    z.enum(['true', 'false']),
    z.transform((text: 'true' | 'false') => text === 'true'),
  ),
  DEFAULT_COUNTRY: z.string().check(z.length(2)),
  REPORT_RETENTION_DAYS: whole.check(z.positive()),
  REGISTRY_POINTER_SECONDS: whole.check(z.nonnegative()),
  ORIGIN_SECRET_ARN: z.optional(name),
});

export const env = schema.parse(process.env);
