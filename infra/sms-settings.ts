import * as z from 'zod';
import { gatewayOptionsSchema } from '#shared/intake/gateways/gateway-options.ts';
import { type GatewayName, gatewayNames } from '#shared/intake/gateways/inbound-sms.ts';
import { vonageSignatures } from '#shared/intake/gateways/vonage-signature.ts';
import { replyLimits } from '#shared/intake/replies/reply-messages.ts';
import { isBasicGsm } from '#shared/intake/replies/segments.ts';

const vonageUrl = 'https://rest.nexmo.com';

/** An address, or a reference to an SSM parameter that holds one, which CloudFormation (and the local run) fills in. */
const baseUrlSchema = z
  .string()
  .regex(
    /^(https:\/\/[a-z0-9.-]+(:\d+)?|\{\{resolve:ssm:[\w./-]+\}\})$/,
    'an https address without a slash at the end',
  );

const addressesSchema = z.array(
  z.union([z.cidrv4(), z.cidrv6(), z.ipv4(), z.ipv6()], { error: 'an address or a network, for example 192.0.2.0/24' }),
);

/** The gateways' own settings; null leaves a gateway out, with everything that only it needs. */
const gatewaySettings = {
  /** Texts in and answers out by one webhook. */
  twilio: z.strictObject({}).nullable().default(null),
  /** The SMS API; `signature` as the account's settings say. */
  vonage: z
    .strictObject({ signature: z.enum(vonageSignatures), baseUrl: baseUrlSchema.default(vonageUrl) })
    .nullable()
    .default(null),
  /** The Messages API; its replies go out by the SMS API. */
  vonageMessages: z
    .strictObject({ baseUrl: baseUrlSchema.default(vonageUrl) })
    .nullable()
    .default(null),
  infobip: z
    .strictObject({
      /** The account's own. */
      baseUrl: baseUrlSchema,
      /** Where its webhooks come from; others are refused, by the edge and by the function, as Infobip signs nothing. */
      allowedAddresses: addressesSchema.default([]),
    })
    .nullable()
    .default(null),
  /** Any other that posts JSON. */
  generic: gatewayOptionsSchema.shape.generic,
  /** AWS End User Messaging: numbers of this account and region, leased and registered by the operator. */
  aws: z
    .strictObject({
      /** The numbers that answer; the function may send from no other. */
      phoneNumberArns: z
        .array(
          z.string().regex(/^arn:aws:sms-voice:[a-z0-9-]+:\d{12}:phone-number\/[\w-]+$/, 'the ARN of a phone number'),
        )
        .min(1),
      /** The name of a configuration set for what is sent. */
      configurationSet: z
        .string()
        .regex(/^[\w-]{1,64}$/)
        .nullable()
        .default(null),
    })
    .nullable()
    .default(null),
};

/** Words that stand in replies, each of which is one segment: longer ones, or other characters, would make two. */
function replyWords(longest: number) {
  return z
    .string()
    .min(1)
    .max(longest)
    .refine(isBasicGsm, 'only characters of the GSM alphabet, each of one unit: no accents on c, no curly quotes');
}

export const smsSettingsSchema = z.strictObject({
  /** Where gateways reach us: they sign it. Known by itself with `edge.domain`, and without the edge. */
  publicUrl: z
    .string()
    .regex(/^https:\/\/[a-z0-9.-]+(:\d+)?$/, 'an https address without a slash at the end')
    .nullable()
    .default(null),
  /** How replies name this service. */
  programme: replyWords(replyLimits.programme).default('Ringfence'),
  /** Where people get help: a telephone number, an e-mail address or a page. In the answer to HELP, which carriers want. */
  helpContact: replyWords(replyLimits.helpContact).nullable().default(null),
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
