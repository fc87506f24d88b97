import * as z from 'zod';

/** Mail to people; off without `from`. */
export const mailSettingsSchema = z.strictObject({
  /** The address that mails come from: verified in Amazon SES, in the region of the stacks. */
  from: z.email().max(254).nullable().default(null),
  /** The verified identity that sends, a domain or an address; the domain of `from` without it. */
  identity: z
    .string()
    .regex(/^[A-Za-z0-9_'+.@-]{3,254}$/, 'a domain or an e-mail address')
    .nullable()
    .default(null),
  /** The name of an SES configuration set. */
  configurationSet: z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .nullable()
    .default(null),
  /** How mails name this service. */
  programme: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9 .&'-]{0,39}$/, "up to 40 letters, digits, spaces and .&'-, a letter or digit first")
    .default('Ringfence'),
  /** Where people reach the pages: links begin with it. Known by itself with `edge.domain`, and without the edge. */
  publicUrl: z
    .string()
    .regex(/^https:\/\/[a-z0-9.-]+(:\d+)?$/, 'an https address without a slash at the end')
    .nullable()
    .default(null),
  /** Mails about one report in one UTC day. */
  perReport: z.int().min(1).max(10).default(3),
  /** Mails to one mailbox in one UTC day. */
  perAddress: z.int().min(1).max(10).default(3),
  /** Mails to all people together in one UTC day; within what SES lets the account send. */
  perDay: z.int().min(0).max(10_000_000).default(1000),
});

export type MailSettings = z.infer<typeof mailSettingsSchema>;

/** The identity that SES checks, by its name in ARNs; null where no mail is sent. */
export function mailIdentity({ from, identity }: MailSettings): string | null {
  return from === null ? null : (identity ?? from.slice(from.lastIndexOf('@') + 1));
}
