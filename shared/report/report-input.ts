import * as z from 'zod';
import { messageText, plainLine, plainLines } from './free-text.ts';
import { topics } from './topics.ts';

const calendarDate = z.iso.date('Write a date as 2026-11-20.');

/** CONTRACT section 3: who complains, where a regulator requires it. */
const complainantSchema = z
  .strictObject({
    name: plainLine(200).optional(),
    email: z.email().max(254).optional(),
    postalAddress: plainLines(500).optional(),
    region: z
      .string()
      .regex(/^[A-Z0-9]{1,3}$/)
      .optional(),
    over65: z.boolean().optional(),
    consent: z.boolean().optional(),
  })
  .meta({ id: 'Complainant' });

/** CONTRACT section 3: one report as it comes in. Unknown fields are refused. */
export const reportInputSchema = z
  .strictObject({
    kind: z.enum(['call', 'text']),
    sender: z.string().max(254, 'Use at most 254 characters.').optional(),
    callerIdShown: z.boolean().optional(),
    line: z.string().max(64, 'Use at most 64 characters.').optional(),
    lineType: z.enum(['residential', 'wireless', 'business']).optional(),
    lineRegion: z
      .string()
      .regex(/^[A-Z0-9]{1,3}$/)
      .optional(),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .optional(),
    occurredAt: z.string().max(64, 'Use at most 64 characters.'),
    timeZone: z.string().max(64, 'Use at most 64 characters.').optional(),
    text: messageText(1600).optional(),
    topic: z.enum(topics).optional(),
    recorded: z.boolean().optional(),
    optOutOffered: z.boolean().optional(),
    registeredSince: calendarDate.optional(),
    relationship: z.enum(['none', 'customer', 'inquiry', 'permission', 'debt', 'unknown']).optional(),
    lastDealtOn: calendarDate.optional(),
    purpose: z.enum(['sale', 'charity', 'political', 'survey', 'debt', 'information', 'unknown']).optional(),
    surveyAlsoSells: z.boolean().optional(),
    askedToStopOn: calendarDate.optional(),
    callerName: plainLine(200).optional(),
    sellerName: plainLine(200).optional(),
    complain: z.boolean().optional(),
    complainant: complainantSchema.optional(),
    locale: z
      .string()
      .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
      .max(35)
      .optional(),
  })
  .meta({ id: 'ReportInput' });

export type ReportInput = z.infer<typeof reportInputSchema>;
