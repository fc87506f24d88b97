import * as z from 'zod/mini';
import { smsSettingsSchema } from '#shared/intake/sms-settings.ts';
import { json } from './encoded-variables.ts';
import { intakeVariables, name } from './variables.ts';

/** Of functions that take reports by text message; for composeSms. */
export const smsVariables = {
  ...intakeVariables,
  CONVERSATIONS_TABLE: name,
  SMS: z.pipe(json, smsSettingsSchema),
};
