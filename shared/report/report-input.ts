import * as z from 'zod/mini';
import { messageText, plainLine, plainLines, upTo } from './free-text.ts';
import { topics } from './topics.ts';

const yesOrNo = () => z.optional(z.boolean());
const calendarDate = () => z.optional(z.iso.date('Write a date as 2026-11-20.'));
const country = z
  .string()
  .check(z.regex(/^[A-Z]{2}$/, 'Name the country by two letters (ISO 3166-1), for example US.'));
const region = z
  .string()
  .check(
    z.regex(/^[A-Z0-9]{1,3}$/, 'Name the region by its letters (ISO 3166-2 without the country), for example MA.'),
  );
/** An address as complainants and owners of contested numbers give it. */
export const emailSchema = z
  .email('Write an e-mail address as name@example.com.')
  .check(z.maxLength(254, 'Use at most 254 characters.'));
/** What a registry wrote to confirm a registration, as its receiver pastes it: evidence for what `registeredSince` states. */
const registryConfirmationSchema = messageText(2000);
const language = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/** CONTRACT section 3: who complains, where a regulator requires it. */
export const complainantSchema = z.strictObject({
  name: z.optional(plainLine(200)),
  email: z.optional(emailSchema),
  postalAddress: z.optional(plainLines(500)),
  region: z.optional(region),
  over65: yesOrNo(),
  consent: yesOrNo(),
});
complainantSchema.register(z.globalRegistry, { id: 'Complainant' });

/** CONTRACT section 3: one report as it comes in. Unknown fields are refused. */
export const reportInputSchema = z.strictObject({
  kind: z.enum(['call', 'text']),
  sender: z.optional(upTo(254)),
  callerIdShown: yesOrNo(),
  line: z.optional(upTo(64)),
  lineType: z.optional(z.enum(['residential', 'wireless', 'business'])),
  lineRegion: z.optional(region),
  country: z.optional(country),
  occurredAt: upTo(64),
  timeZone: z.optional(upTo(64)),
  text: z.optional(messageText(1600)),
  topic: z.optional(z.enum(topics)),
  recorded: yesOrNo(),
  optOutOffered: yesOrNo(),
  registeredSince: calendarDate(),
  registryConfirmation: z.optional(registryConfirmationSchema),
  relationship: z.optional(z.enum(['none', 'customer', 'inquiry', 'permission', 'debt', 'unknown'])),
  lastDealtOn: calendarDate(),
  purpose: z.optional(z.enum(['sale', 'charity', 'political', 'survey', 'debt', 'information', 'unknown'])),
  surveyAlsoSells: yesOrNo(),
  askedToStopOn: calendarDate(),
  callerName: z.optional(plainLine(200)),
  sellerName: z.optional(plainLine(200)),
  complain: yesOrNo(),
  complainant: z.optional(complainantSchema),
  locale: z.optional(upTo(35).check(z.regex(language, 'Name the language by its tag (BCP 47), for example en.'))),
});
reportInputSchema.register(z.globalRegistry, { id: 'ReportInput' });

export type ReportInput = z.infer<typeof reportInputSchema>;
