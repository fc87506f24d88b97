import * as z from 'zod/mini';
import { mailSettingsSchema } from '#shared/report/contact-proof/mail-settings.ts';
import { flag, json } from '#shared/storage/encoded-variables.ts';
import { intakeVariables, name } from '#shared/storage/variables.ts';

const schema = z.object({
  ...intakeVariables,
  REQUIRE_CONTACT_PROOF: flag,
  MAIL: z.pipe(json, mailSettingsSchema),
  /** Only where mail is sent, these two. */
  CONVERSATIONS_TABLE: z.optional(name),
  CONTACT_PROOF_QUEUE_URL: z.optional(name),
  REGULATORS: z.pipe(json, z.array(z.object({ id: name, takesFromQueue: z.boolean() }))),
  ORIGIN_SECRET_ARN: z.optional(name),
});

export const env = schema.parse(process.env);
