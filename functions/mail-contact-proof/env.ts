import * as z from 'zod/mini';
import { mailSettingsSchema } from '#shared/report/contact-proof/mail-settings.ts';
import { json } from '#shared/storage/encoded-variables.ts';
import { name } from '#shared/storage/variables.ts';

const schema = z.object({
  REPORTS_TABLE: name,
  CONVERSATIONS_TABLE: name,
  MASTER_SECRET_ARN: name,
  MAIL: z.pipe(json, mailSettingsSchema),
});

export const env = schema.parse(process.env);
