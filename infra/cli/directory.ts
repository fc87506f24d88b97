import * as z from 'zod';

/** Where a deployment keeps its things: the SSM parameter `/ringfence/<stage>/directory`, written by the CDK app. */
export const directorySchema = z.object({
  stage: z.string(),
  tables: z.object({
    Reports: z.string(),
    Subjects: z.string(),
    Facts: z.string(),
    Complaints: z.string(),
    Registrations: z.string(),
    Access: z.string(),
    Conversations: z.string(),
    Disputes: z.string(),
  }),
  /** `registries` and `lists` are absent until a deployment has been deployed again. */
  buckets: z.object({
    complaints: z.string(),
    exports: z.string(),
    registries: z.string().optional(),
    lists: z.string().optional(),
  }),
  /** By regulator. */
  queues: z.record(z.string(), z.object({ url: z.string(), dlqUrl: z.string() })),
  /** Dead-letter queues by function. */
  deadLetters: z.record(z.string(), z.string()),
  /** The queues of work on uploaded do-not-call lists; empty until a deployment has been deployed again. */
  lists: z.record(z.string(), z.object({ url: z.string(), dlqUrl: z.string() })).prefault({}),
  /** Physical names by function, of those that no request reaches. */
  functions: z.record(z.string(), z.string()),
  masterSecretArn: z.string(),
  apiUrl: z.string(),
  /** Text messages. */
  sms: z
    .object({
      /** What gateways call and sign. */
      webhookUrl: z.string(),
      /** ARNs by gateway. */
      secrets: z.record(z.string(), z.string()),
      /** With AWS End User Messaging: where a number publishes, with which role, and where messages then wait. */
      topicArn: z.string().optional(),
      channelRoleArn: z.string().optional(),
      queue: z.object({ url: z.string() }).optional(),
    })
    .prefault({ webhookUrl: '', secrets: {} }),
  /** The queue of asked-for links by e-mail; only where mail is sent. */
  contactProof: z.object({ url: z.string(), dlqUrl: z.string() }).optional(),
  /** What a command that takes reports must know. */
  settings: z.object({ country: z.string().length(2), reportRetentionDays: z.number().int().positive() }),
});

export type Directory = z.infer<typeof directorySchema>;

/** What `GET /_local` answers. */
export const localAnswerSchema = z.object({
  directory: directorySchema,
  endpoints: z.object({
    dynamodb: z.string(),
    sqs: z.string(),
    s3: z.string(),
    secretsmanager: z.string(),
    lambda: z.string(),
    sms: z.string(),
    mail: z.string(),
  }),
  region: z.string(),
});
