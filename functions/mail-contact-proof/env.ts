import * as z from 'zod/mini';
import { mailSettingsSchema } from '#shared/report/contact-proof/mail-settings.ts';

const name = z.string().check(z.minLength(1));
const json = z.pipe(
  z.string(),
  z.transform((text): unknown => JSON.parse(text)),
);

const schema = z.object({
  REPORTS_TABLE: name,
  CONVERSATIONS_TABLE: name,
  MASTER_SECRET_ARN: name,
  MAIL: z.pipe(json, mailSettingsSchema),
});

export const env = schema.parse(process.env);
