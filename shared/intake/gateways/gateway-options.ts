import * as z from 'zod/mini';
import { isTimeZone } from '#shared/law/time-zone.ts';
import { isJsonPointer } from './json-pointer.ts';
import { isNetwork } from './source-address.ts';
import { vonageSignatures } from './vonage-signature.ts';
import { timeFormats } from './written-time.ts';

const pointer = z.string().check(z.refine(isJsonPointer, 'a JSON pointer, for example /message/id'));
const networks = z._default(
  z.array(z.string().check(z.refine(isNetwork, 'an address or a network, for example 192.0.2.0/24'))),
  [],
);
/** The address of a gateway's API, without a path. */
const baseUrl = z
  .string()
  .check(z.maxLength(200), z.regex(/^https?:\/\/[a-z0-9.-]+(?::\d{1,5})?$/i, 'an address without a path'));

/** How the `generic` gateway writes: where our fields stand in its JSON, its times, and its signature. */
export const genericOptionsSchema = z.strictObject({
  fields: z.strictObject({
    messageId: pointer,
    from: pointer,
    to: pointer,
    text: pointer,
    receivedAt: z.optional(pointer),
    /** How many attachments. */
    media: z.optional(pointer),
    /** Where long texts come in parts. */
    partReference: z.optional(pointer),
    partNumber: z.optional(pointer),
    partTotal: z.optional(pointer),
    /** User data header and data of a binary message, hexadecimal, and its data coding (0, 3, 8): what a bridge from SMPP has. */
    userDataHeader: z.optional(pointer),
    data: z.optional(pointer),
    dataCoding: z.optional(pointer),
  }),
  time: z._default(
    z.strictObject({
      format: z.enum(timeFormats),
      /** IANA name: where the clock of a `local` time hangs. */
      zone: z._default(z.string().check(z.refine(isTimeZone, 'a time zone, for example Asia/Kolkata')), 'UTC'),
    }),
    { format: 'rfc3339', zone: 'UTC' },
  ),
  /** International numbers come without a plus sign. */
  withoutPlus: z._default(z.boolean(), false),
  signature: z.strictObject({
    /** The header that holds it. */
    header: z.string().check(z.regex(/^[a-z0-9-]{1,60}$/, 'the name of a header, in lower case')),
    /** An HMAC of the body; `static` compares the header with the secret itself, for gateways that cannot sign. */
    algorithm: z.enum(['hmac-sha1', 'hmac-sha256', 'hmac-sha512', 'static']),
    encoding: z._default(z.enum(['hex', 'base64']), 'hex'),
    /** What stands before the value, for example `sha256=`. */
    prefix: z._default(z.string().check(z.maxLength(40)), ''),
  }),
  allowedAddresses: networks,
});

export type GenericOptions = z.infer<typeof genericOptionsSchema>;

/** Which gateways are switched on, and how each is spoken to. Secrets are apart. */
export const gatewayOptionsSchema = z.object({
  twilio: z._default(z.nullable(z.strictObject({})), null),
  vonage: z._default(
    z.nullable(
      z.strictObject({
        signature: z._default(z.enum(vonageSignatures), 'md5hash'),
        baseUrl: z._default(baseUrl, 'https://rest.nexmo.com'),
      }),
    ),
    null,
  ),
  vonageMessages: z._default(
    z.nullable(z.strictObject({ baseUrl: z._default(baseUrl, 'https://rest.nexmo.com') })),
    null,
  ),
  infobip: z._default(z.nullable(z.strictObject({ baseUrl, allowedAddresses: networks })), null),
  generic: z._default(z.nullable(genericOptionsSchema), null),
  aws: z._default(
    z.nullable(
      z.strictObject({
        /** The topic that the phone number's two-way channel publishes to. */
        topicArn: z.string().check(z.regex(/^arn:aws[a-z-]{0,20}:sns:[a-z0-9-]{1,30}:\d{12}:[\w-]{1,256}$/)),
        /** Where AWS reports how our replies fare. */
        configurationSet: z._default(z.nullable(z.string().check(z.maxLength(256))), null),
      }),
    ),
    null,
  ),
});

export type GatewayOptions = z.infer<typeof gatewayOptionsSchema>;
