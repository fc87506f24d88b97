import * as z from 'zod';
import { regulatorSettingsSchema } from '#shared/complaint/regulator-settings.ts';

const schema = z.object({
  COMPLAINTS_TABLE: z.string().min(1),
  REGULATORS: regulatorSettingsSchema,
  RESEND_AFTER_MINUTES: z.coerce.number().positive().default(15),
});

export const env = schema.parse(process.env);
