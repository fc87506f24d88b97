import * as z from 'zod';
import { regulatorSettingsSchema } from '#shared/complaint/regulator-settings.ts';

const schema = z.object({
  COMPLAINTS_TABLE: z.string().min(1),
  REGULATORS: regulatorSettingsSchema,
});

export const env = schema.parse(process.env);
