import * as z from 'zod';
import { planOfCountry } from '#shared/sender/dialling-plans.ts';
import { limitSettingsSchema } from './limit-settings.ts';
import { mailSettingsSchema } from './mail-settings.ts';
import { gatewaysOn, smsSettingsSchema, webhookGatewaysOn } from './sms-settings.ts';

const regulatorSettingsSchema = z.strictObject({
  /** The regulator's own system takes complaints from its queue; otherwise they are handed over to the reporter. */
  takesFromQueue: z.boolean().default(false),
  /** The AWS account of the regulator's system, which gets the right to receive from the queue. */
  consumerAccountId: z
    .string()
    .regex(/^\d{12}$/, 'an AWS account id has 12 digits')
    .optional(),
});

const regulatorsSchema = z.strictObject({
  'us-ftc': regulatorSettingsSchema.prefault({}),
  'us-ma-ag': regulatorSettingsSchema.prefault({}),
});

/** The region where CloudFront looks for its web ACL and certificate. */
const edgeRegion = 'us-east-1';

const edgeSettingsSchema = z.strictObject({
  enabled: z.boolean().default(true),
  /** The public name and its certificate (ACM, us-east-1); without one the name is CloudFront's own. */
  domain: z
    .strictObject({
      name: z.hostname(),
      certificateArn: z.string().regex(/^arn:aws:acm:us-east-1:\d{12}:certificate\/[0-9a-f-]+$/, {
        error: 'the ARN of a certificate in us-east-1',
      }),
    })
    .nullable()
    .default(null),
});

const throttleSettingsSchema = z.strictObject({
  requestsPerSecond: z.int().min(1).max(10_000).default(1000),
  burst: z.int().min(1).max(10_000).default(2000),
});

export const localStage = 'local';

/** Everything a deployment can choose, with the defaults of a first deployment. */
export const settingsSchema = z
  .strictObject({
    /** Distinguishes deployments in one account; part of stack names. */
    stage: z
      .string()
      .regex(/^[a-z][a-z0-9-]{0,19}$/, 'up to 20 lower-case letters, digits and hyphens, a letter first')
      .default('prod'),
    /** AWS region of all stacks. */
    region: z
      .string()
      .regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'an AWS region, for example us-east-1')
      .default(edgeRegion),
    /** ISO 3166-1 alpha-2; reads national spellings when a report names no country. */
    country: z
      .string()
      .regex(/^[A-Z]{2}$/, { error: 'two capital letters (ISO 3166-1)', abort: true })
      .refine((letters) => planOfCountry(letters) !== undefined, 'no country with phone numbers has these letters')
      .default('US'),
    regulators: regulatorsSchema.prefault({}),
    /** A citizen's complaint waits for proof of contact (an SMS, an opened e-mail link). */
    requireContactProof: z.boolean().default(true),
    /** Days after which a report expires. */
    reportRetentionDays: z.int().min(30).max(3650).default(730),
    /**
     * How long a function trusts which list of a registry is the current one, well within the minutes that a replaced
     * list is kept (shared/registry/clean-snapshots.ts). Each look costs half a read unit.
     */
    registryPointerSeconds: z.int().min(0).max(300).default(60),
    logRetentionDays: z.union([z.literal(30), z.literal(90), z.literal(180), z.literal(365)]).default(90),
    /** CloudFront and WAF before the HTTP API, whose own address then refuses requests. */
    edge: edgeSettingsSchema.prefault({}),
    /** Against abuse: limits per address at the edge, per line, and what forms ask. */
    limits: limitSettingsSchema.prefault({}),
    /** Limits of the HTTP API over all callers together. */
    throttle: throttleSettingsSchema.prefault({}),
    /** Write units a second that the Reports, Subjects and Facts tables take from their first second; null leaves AWS's default of 4,000. */
    warmWriteUnits: z.int().min(4000).nullable().default(null),
    /** Batches of one stream shard that are counted at the same time. */
    countParallelism: z.int().min(1).max(8).default(2),
    /** Receives alarms; without it they only show in CloudWatch. */
    alarmEmail: z.email().nullable().default(null),
    /** Minutes until a pointer that no regulator took is sent again; twice as long each time, up to a day. */
    resendAfterMinutes: z.int().min(1).max(1440).default(15),
    /** Hours a complaint may wait on a regulator's queue before the alarm. */
    untakenAlarmHours: z.int().min(1).max(240).default(24),
    /** Hours between full exports. */
    exportEveryHours: z.int().min(1).max(24).default(24),
    /** Days after which an export's files go. */
    exportRetentionDays: z.int().min(7).max(3650).default(90),
    /** `redirect`: to a short-lived S3 address; `inline`: through the function, up to its answer limit. */
    exportDelivery: z.enum(['redirect', 'inline']).default('redirect'),
    /** Reports by text message; every gateway is off without its setting. */
    sms: smsSettingsSchema.prefault({}),
    /** Mail to people: the link that proves contact. Without it that proof cannot be given. */
    mail: mailSettingsSchema.prefault({}),
  })
  .refine((settings) => !settings.edge.enabled || settings.region === edgeRegion, {
    path: ['region'],
    error: `with edge.enabled the stacks stand in ${edgeRegion}, where CloudFront looks for its web ACL; elsewhere set edge.enabled to false and bring your own front (docs/deploying.md)`,
  })
  .refine(({ sms }) => gatewaysOn(sms).length === 0 || sms.helpContact !== null, {
    path: ['sms', 'helpContact'],
    error: 'with a gateway on, the answer to HELP must name where people get help',
  })
  .refine(
    // The local run's address is its own, whatever stands before it.
    ({ stage, sms, edge }) =>
      stage === localStage ||
      webhookGatewaysOn(sms).length === 0 ||
      sms.publicUrl !== null ||
      !edge.enabled ||
      edge.domain !== null,
    {
      path: ['sms', 'publicUrl'],
      error:
        "gateways sign the address they call; CloudFront's own is known after a first deployment (output Address), or set edge.domain",
    },
  )
  .refine(
    ({ stage, mail, edge }) =>
      stage === localStage || mail.from === null || mail.publicUrl !== null || !edge.enabled || edge.domain !== null,
    {
      path: ['mail', 'publicUrl'],
      error:
        "links in mails name the public address; CloudFront's own is known after a first deployment (output Address), or set edge.domain",
    },
  )
  .refine(({ sms, region }) => sms.aws?.phoneNumberArns.every((arn) => arn.split(':')[3] === region) !== false, {
    path: ['sms', 'aws', 'phoneNumberArns'],
    error: 'the numbers stand in the region of the stacks, where the functions send',
  });

export type Settings = z.infer<typeof settingsSchema>;
export type RegulatorName = keyof Settings['regulators'];

export const regulatorNames: readonly RegulatorName[] = regulatorsSchema.keyof().options;

/** Where the local run keeps the address of its stand-ins, which are at another port from start to start. */
export const localServicesParameter = '/ringfence/local/services';
const localServices = `{{resolve:ssm:${localServicesParameter}}}`;

/** The local run: the same app, with what has no meaning on one machine switched off. */
export const localSettings: Settings = settingsSchema.parse({
  stage: localStage,
  regulators: { 'us-ftc': { takesFromQueue: true }, 'us-ma-ag': { takesFromQueue: true } },
  requireContactProof: false,
  registryPointerSeconds: 2,
  edge: { enabled: false },
  limits: { reportsPerLinePerDay: null, forms: null },
  exportDelivery: 'inline',
  mail: { from: 'ringfence@ringfence.example' },
  sms: {
    helpContact: 'help@ringfence.example',
    ownNumbers: ['7726', '+12025550100'],
    twilio: {},
    vonage: { signature: 'hmac-sha256', baseUrl: localServices },
    vonageMessages: { baseUrl: localServices },
    infobip: { baseUrl: localServices },
    // Fields as a bridge or an operator's template may name them.
    generic: {
      fields: { messageId: '/id', from: '/from', to: '/to', text: '/text', receivedAt: '/receivedAt' },
      signature: { header: 'x-signature', algorithm: 'hmac-sha256' },
    },
    aws: { phoneNumberArns: ['arn:aws:sms-voice:us-east-1:000000000000:phone-number/phone-local'] },
  },
});

/** The local run with everything that guards a deployment against abuse. */
export const guardedLocalSettings: Settings = settingsSchema.parse({
  ...localSettings,
  edge: { enabled: true },
  limits: {},
});
