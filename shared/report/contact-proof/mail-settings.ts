import * as z from 'zod/mini';

/** What functions are told of mail (JSON in their variable MAIL); null where the deployment sends none. */
export const mailSettingsSchema = z.nullable(
  z.object({
    /** The address of the pages, without a slash at the end; links begin with it. */
    publicUrl: z.string(),
    from: z.string(),
    /** How mails name this service. */
    programme: z.string(),
    /** SES configuration set. */
    configurationSet: z.nullable(z.string()),
    /** Mails about one report in one UTC day. */
    perReport: z.int().check(z.positive()),
    /** Mails to one mailbox in one UTC day. */
    perAddress: z.int().check(z.positive()),
    /** Mails to all people together in one UTC day. */
    perDay: z.int().check(z.nonnegative()),
  }),
);

export type MailSettings = NonNullable<z.infer<typeof mailSettingsSchema>>;
