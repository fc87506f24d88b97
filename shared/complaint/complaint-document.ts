import * as z from 'zod';

/** What is filed, by a schema with a name: a change of meaning gets the next number. */
export const complaintDocumentSchema = z
  .strictObject({
    schema: z.literal('ringfence/complaint/1'),
    id: z.string(),
    regulator: z.strictObject({ id: z.string(), name: z.string() }),
    standing: z.literal('alleged').describe('A complaint is what its complainant says; nobody has decided it.'),
    reportedAt: z.iso.datetime().describe('When the report was taken, UTC.'),
    complainant: z.strictObject({
      name: z.string().nullable(),
      email: z.string().nullable(),
      postalAddress: z.string().nullable(),
      region: z.string().nullable(),
      over65: z.boolean().nullable(),
      consent: z.literal(true).describe('Agreed that this goes to the regulator.'),
    }),
    contactProof: z
      .enum(['none', 'sms', 'email'])
      .describe('How the complainant proved to hold the line or the address.'),
    contact: z.strictObject({
      kind: z.enum(['call', 'text']),
      date: z.iso.date().describe('At the called person.'),
      at: z.iso.datetime().nullable().describe('UTC; null when only the date is known.'),
      localTime: z
        .string()
        .nullable()
        .describe('Wall clock at the called person, hh:mm:ss; null without a time or a certain zone.'),
      timeZone: z.string().nullable(),
      callerIdShown: z.boolean().nullable(),
      recorded: z.boolean().nullable(),
      optOutOffered: z.boolean().nullable(),
      topic: z.string().nullable(),
      text: z.string().nullable(),
    }),
    sender: z.strictObject({
      shown: z.string().nullable().describe('As the complainant wrote it. What a display shows can be forged.'),
      type: z.enum(['phone', 'short_code', 'alphanumeric', 'email', 'withheld', 'unknown']),
      value: z.string().nullable().describe('E.164 for a telephone number.'),
      validity: z.enum(['valid', 'possible', 'impossible', 'not_applicable']),
      country: z.string().nullable(),
      callerName: z.string().nullable(),
      sellerName: z.string().nullable(),
    }),
    line: z
      .strictObject({
        value: z.string(),
        validity: z.enum(['valid', 'possible']),
        country: z.string().nullable(),
        region: z.string().nullable(),
        type: z.enum(['residential', 'wireless', 'business']).nullable(),
      })
      .nullable(),
    registry: z
      .array(
        z.strictObject({
          source: z
            .enum(['list', 'query', 'statement'])
            .describe(
              'A list that was consulted, the registry’s own answer to a question, or what the complainant states.',
            ),
          registry: z.string(),
          registered: z.boolean(),
          since: z.iso.date().nullable(),
          noLaterThan: z.iso.date().nullable().describe('From an undated list: the first one that carried the line.'),
          asOf: z.iso.date().nullable().describe('Date of the list, or of the answer.'),
        }),
      )
      .describe('What is known of the line. All are shown where they disagree.'),
    statements: z
      .strictObject({
        relationship: z.string().nullable(),
        lastDealtOn: z.iso.date().nullable(),
        purpose: z.string().nullable(),
        surveyAlsoSells: z.boolean().nullable(),
        askedToStopOn: z.iso.date().nullable(),
        registryConfirmation: z
          .string()
          .optional()
          .describe('What the registry wrote to confirm the registration, as the complainant pasted it; not checked.'),
        earlierContacts: z.array(z.iso.date()).describe('Earlier reports by the same person about the same sender.'),
      })
      .describe("The complainant's own statements."),
    findings: z.array(
      z.strictObject({
        rule: z.string(),
        verdict: z.enum(['violation', 'exempt', 'undetermined']),
        reason: z.string(),
        citation: z.string(),
      }),
    ),
  })
  .meta({ id: 'ComplaintDocument' });

export type ComplaintDocument = z.infer<typeof complaintDocumentSchema>;
