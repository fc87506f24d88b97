import * as z from 'zod/mini';
import { gatewayOptionsSchema } from './gateways/gateway-options.ts';

/** What the SMS functions are told of the deployment (JSON in their variable SMS). Secrets are apart. */
export const smsSettingsSchema = z.object({
  /** The address that gateways call and sign, up to the path. */
  publicUrl: z.nullable(z.string()),
  /** How replies name this service. */
  programme: z.string(),
  /** Where people get help. */
  helpContact: z.nullable(z.string()),
  /** Our numbers (E.164) and short codes (digits): never answered, never a sender. */
  ownNumbers: z.array(z.string()),
  /** ISO 3166-1 alpha-2: whom we reply to; null for everybody. */
  countriesServed: z.nullable(z.array(z.string())),
  /** Replies to all people together in one UTC day. */
  repliesPerDay: z.int().check(z.nonnegative()),
  /** Replies to one person in 24 hours. */
  repliesPerReporter: z.int().check(z.positive()),
  ...gatewayOptionsSchema.shape,
});

export type SmsSettings = z.infer<typeof smsSettingsSchema>;

/** What the dialogue looks at. */
export type DialogueSettings = Pick<
  SmsSettings,
  'programme' | 'helpContact' | 'ownNumbers' | 'countriesServed' | 'repliesPerReporter'
>;
