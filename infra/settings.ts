import * as z from 'zod';

const regulatorSettingsSchema = z.strictObject({
  /** The regulator's own system takes complaints from its queue; otherwise they are handed over to the reporter. */
  takesFromQueue: z.boolean().default(false),
  /** The AWS account of the regulator's system, which gets the right to receive from the queue. */
  consumerAccountId: z
    .string()
    .regex(/^\d{12}$/)
    .optional(),
});

/** Everything a deployment can choose, with the defaults of a first deployment. */
export const settingsSchema = z.strictObject({
  /** Distinguishes deployments in one account; part of stack names. */
  stage: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,19}$/)
    .default('prod'),
  /** ISO 3166-1 alpha-2; reads national spellings when a report names no country. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .default('US'),
  regulators: z
    .strictObject({
      'us-ftc': regulatorSettingsSchema.prefault({}),
      'us-ma-ag': regulatorSettingsSchema.prefault({}),
    })
    .prefault({}),
  /** A citizen's complaint waits for proof of contact (an SMS, an opened e-mail link). */
  requireContactProof: z.boolean().default(true),
  /** Days after which a report expires. */
  reportRetentionDays: z.int().min(30).max(3650).default(730),
  logRetentionDays: z.union([z.literal(30), z.literal(90), z.literal(180), z.literal(365)]).default(90),
  /** CloudFront and WAF before the HTTP API, whose own address then refuses requests. */
  edge: z
    .strictObject({
      enabled: z.boolean().default(true),
      /** Requests per address in five minutes. */
      requestsPerAddress: z.int().min(10).max(2_000_000_000).default(2000),
    })
    .prefault({}),
  /** Write units a second that the Reports and Subjects tables take from their first second; null leaves AWS's default of 4,000. */
  warmWriteUnits: z.int().min(4000).nullable().default(null),
  /** Receives alarms; without it they only show in CloudWatch. */
  alarmEmail: z.email().nullable().default(null),
  /** Hours between full exports. */
  exportEveryHours: z.int().min(1).max(24).default(24),
  /** `redirect`: to a short-lived S3 address; `inline`: through the function, up to its answer limit. */
  exportDelivery: z.enum(['redirect', 'inline']).default('redirect'),
});

export type Settings = z.infer<typeof settingsSchema>;

/** The local run: the same app, with what has no meaning on one machine switched off. */
export const localSettings: Settings = settingsSchema.parse({
  stage: 'local',
  regulators: { 'us-ftc': { takesFromQueue: true }, 'us-ma-ag': { takesFromQueue: true } },
  requireContactProof: false,
  edge: { enabled: false },
  exportDelivery: 'inline',
});
