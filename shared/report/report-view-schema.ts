import * as z from 'zod';

/** What people and programs see of a report: CONTRACT section 4. Fields of content are null after a withdrawal. */
export const registryViewSchema = z
  .object({
    status: z.enum(['registered', 'not_registered', 'unknown']),
    registry: z.string().nullable(),
    since: z.string().nullable(),
    source: z.enum(['list', 'query', 'statement', 'none']),
    asOf: z.string().nullable(),
  })
  .meta({ id: 'RegistryView' });

const findingSchema = z
  .object({
    rule: z.string(),
    verdict: z.enum(['violation', 'exempt', 'not_shown', 'undetermined']),
    reason: z.string(),
    citation: z.string(),
    question: z.object({ pointer: z.string(), text: z.string() }).nullable(),
  })
  .meta({ id: 'Finding' });

const senderViewSchema = z
  .object({
    type: z.enum(['phone', 'short_code', 'alphanumeric', 'email', 'withheld', 'unknown']),
    value: z.string().nullable(),
    validity: z.enum(['valid', 'possible', 'impossible', 'not_applicable']),
    country: z.string().nullable(),
    display: z.string(),
  })
  .meta({ id: 'SenderView' });

const subjectViewSchema = z
  .object({
    id: z.string(),
    reports: z.int(),
    reporters: z.int(),
    firstReported: z.string().nullable(),
    lastReported: z.string().nullable(),
  })
  .meta({ id: 'SubjectView' });

/** What a reporter reads of a complaint, in one word. */
export const complaintStatusSchema = z.enum([
  'incomplete',
  'queued',
  'submitted',
  'acknowledged',
  'decided',
  'refused',
  'handed_over',
  'withdrawn',
]);
export type ComplaintStatus = z.infer<typeof complaintStatusSchema>;

const complaintSummarySchema = z
  .object({
    id: z.string(),
    regulator: z.string(),
    route: z.enum(['queue', 'handed_over']),
    status: complaintStatusSchema,
    reference: z.string().nullable(),
    missing: z.array(z.string()),
    nextStepBy: z.string().nullable(),
    nextStep: z.string().nullable(),
  })
  .meta({ id: 'ComplaintSummary' });

export const reportViewSchema = z
  .object({
    receipt: z.string(),
    statusUrl: z.string(),
    status: z.enum([
      'received',
      'checked',
      'handed_over',
      'complaint_queued',
      'submitted',
      'acknowledged',
      'decided',
      'refused',
      'withdrawn',
    ]),
    kind: z.enum(['call', 'text']).nullable(),
    occurredAt: z.string().nullable(),
    timeKnown: z.boolean().nullable(),
    sender: senderViewSchema.nullable(),
    line: z.object({ country: z.string().nullable(), ending: z.string() }).nullable(),
    registry: registryViewSchema.nullable(),
    findings: z.array(findingSchema),
    subject: subjectViewSchema.nullable(),
    complaints: z.array(complaintSummarySchema),
  })
  .meta({ id: 'ReportView' });

export type ReportView = z.infer<typeof reportViewSchema>;
