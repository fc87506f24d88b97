import * as z from 'zod';
import { type GatewayName, gatewayNames } from '#shared/intake/gateways/inbound-sms.ts';

/** An address, or a reference to an SSM parameter that holds one, which CloudFormation (and the local run) fills in. */
const baseUrlSchema = z
  .string()
  .regex(
    /^(https:\/\/[a-z0-9.-]+(:\d+)?|\{\{resolve:ssm:[\w./-]+\}\})$/,
    'an https address without a slash at the end',
  );

/** The gateways' own settings; null leaves a gateway out, with everything that only it needs. */
const gatewaySettings = {
  /** Texts in and answers out by one webhook. */
  twilio: z.strictObject({}).nullable().default(null),
  /** The SMS API; `signature` as the account's settings say. */
  vonage: z
    .strictObject({
      signature: z.enum(['md5hash', 'hmac-md5', 'hmac-sha1', 'hmac-sha256', 'hmac-sha512']),
      baseUrl: baseUrlSchema.default('https://rest.nexmo.com'),
    })
    .nullable()
    .default(null),
  vonageMessages: z
    .strictObject({ baseUrl: baseUrlSchema.default('https://api.nexmo.com') })
    .nullable()
    .default(null),
  infobip: z
    .strictObject({
      /** The account's own. */
      baseUrl: baseUrlSchema,
      /** Where its webhooks come from (CIDR); the edge refuses others, as Infobip signs nothing. */
      allowedAddresses: z.array(z.union([z.cidrv4(), z.cidrv6()])).default([]),
    })
    .nullable()
    .default(null),
  generic: z.strictObject({}).nullable().default(null),
  /** AWS End User Messaging: numbers of this account and region, leased and registered by the operator. */
  aws: z
    .strictObject({
      /** The numbers that answer; the function may send from no other. */
      phoneNumberArns: z
        .array(
          z.string().regex(/^arn:aws:sms-voice:[a-z0-9-]+:\d{12}:phone-number\/[\w-]+$/, 'the ARN of a phone number'),
        )
        .min(1),
    })
    .nullable()
    .default(null),
};

export const smsSettingsSchema = z.strictObject({
  /** Where gateways reach us: they sign it. Known by itself with `edge.domain`, and without the edge. */
  publicUrl: z
    .string()
    .regex(/^https:\/\/[a-z0-9.-]+(:\d+)?$/, 'an https address without a slash at the end')
    .nullable()
    .default(null),
  /** How replies name this service. */
  programme: z.string().min(1).max(20).default('Ringfence'),
  /** Where people get help: a telephone number, an e-mail address or a page. In the answer to HELP, which carriers want. */
  helpContact: z.string().min(3).max(40).nullable().default(null),
  /** Our numbers and short codes, as gateways write them: never answered, never a sender. */
  ownNumbers: z
    .array(z.string().regex(/^(\+[1-9]\d{6,14}|\d{3,8})$/, 'a number with + and country code, or a short code'))
    .default([]),
  /** ISO 3166-1 alpha-2: people with numbers of other countries are reported for and not answered; null answers all. */
  countriesServed: z
    .array(z.string().regex(/^[A-Z]{2}$/, 'two capital letters (ISO 3166-1)'))
    .min(1)
    .nullable()
    .default(null),
  /** Replies to all people together in one UTC day. */
  repliesPerDay: z.int().min(0).max(100_000_000).default(20_000),
  /** Replies to one person in 24 hours. */
  repliesPerReporter: z.int().min(1).max(200).default(20),
  ...gatewaySettings,
});

export type SmsSettings = z.infer<typeof smsSettingsSchema>;

/** The gateways' settings, by their names in the code. */
const settingOf: Readonly<Record<GatewayName, keyof typeof gatewaySettings>> = {
  twilio: 'twilio',
  vonage: 'vonage',
  'vonage-messages': 'vonageMessages',
  infobip: 'infobip',
  generic: 'generic',
  aws: 'aws',
};

/** The gateways that are switched on. */
export function gatewaysOn(sms: SmsSettings): GatewayName[] {
  return gatewayNames.filter((name) => sms[settingOf[name]] !== null);
}

/** Those of them that call us by webhook, and share a secret with us: all but AWS, which sends through a topic. */
export function webhookGatewaysOn(sms: SmsSettings): GatewayName[] {
  return gatewaysOn(sms).filter((name) => name !== 'aws');
}
