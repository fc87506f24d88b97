import * as z from 'zod';
import { regulatorSettingsSchema } from '#shared/complaint/regulator-settings.ts';

const schema = z.object({
  COMPLAINTS_TABLE: z.string().min(1),
  COMPLAINT_BUCKET: z.string().min(1),
  MASTER_SECRET_ARN: z.string().min(1),
  REQUIRE_CONTACT_PROOF: z.enum(['true', 'false']).transform((text) => text === 'true'),
  REGULATORS: regulatorSettingsSchema,
});

export const env = schema.parse(process.env);
