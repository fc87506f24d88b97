import * as z from 'zod';
import { complaintStatusSchema } from '#shared/report/report-view-schema.ts';
import { pageQuery } from '#shared/runtime/page-query.ts';
import { complaintDocumentSchema } from './complaint-document.ts';
import { actors, caseStates, complaintEvents, deliveryStates } from './lifecycle.ts';

/** What a regulator can be told of: what lies on its queue, and what it has. */
export const listedStatuses = complaintStatusSchema.exclude(['incomplete', 'handed_over']).options;

/** A regulator's words on one line: nothing in them is unseen, zero-width characters included. */
const visibleLine = (most: number) =>
  z
    .string()
    .min(1, 'Give at least one character.')
    .max(most, `Use at most ${most} characters.`)
    .refine(
      (text) => text.isWellFormed() && !/[\p{Cc}\p{Cf}\u2028\u2029]/u.test(text),
      'Leave out control and direction characters.',
    );

const reference = visibleLine(64).describe("The regulator's own reference.").exactOptional();

/** Body of `POST /v1/complaints/{id}/events`. */
export const regulatorEventSchema = z
  .discriminatedUnion(
    'event',
    [
      z.strictObject({ event: z.literal('acknowledged'), reference }),
      z.strictObject({ event: z.literal('decided'), reference }),
      z.strictObject({ event: z.literal('refused'), reason: visibleLine(1000), reference }),
      z.strictObject({
        event: z.literal('extended'),
        until: z.iso
          .date('Write a date as 2026-11-20.')
          .describe('A claim of the regulator, shown apart from any date of law.'),
        reference,
      }),
    ],
    'Use one of: acknowledged, decided, refused, extended.',
  )
  .meta({ id: 'ComplaintEvent' });

/** Query of `GET /v1/complaints`, strict: an unknown parameter would silently widen what is read. */
export const complaintQuerySchema = z.strictObject({
  status: z.enum(listedStatuses, `One of ${listedStatuses.join(', ')}.`).optional(),
  ...pageQuery,
});

export const listedComplaintSchema = z
  .object({
    id: z.string(),
    version: z.int().describe('Grows with each correction and with a withdrawal; a repeat has the same.'),
    regulator: z.string(),
    status: z.enum(listedStatuses),
    case: z.enum(caseStates).exclude(['none']),
    delivery: z.enum(deliveryStates).extract(['queued', 'submitted']),
    reference: z.string().nullable(),
    createdAt: z.iso.datetime(),
    dueOn: z.iso.date().nullable().describe('Only from a cited rule.'),
    href: z.string(),
  })
  .meta({ id: 'ListedComplaint' });

export const complaintPageSchema = z
  .object({
    complaints: z.array(listedComplaintSchema),
    next: z.string().nullable().describe('Cursor of the next page; a page may be short while it is set.'),
  })
  .meta({ id: 'ComplaintPage' });

/** Answer of `GET /v1/complaints/{id}` and of an event. */
export const complaintViewSchema = listedComplaintSchema
  .extend({
    publication: z.literal('none'),
    refusalReason: z.string().nullable(),
    extendedUntil: z.iso.date().nullable(),
    withdrawal: z
      .object({ at: z.iso.datetime(), reason: z.string() })
      .nullable()
      .describe('After a withdrawal the document stays what was filed.'),
    document: complaintDocumentSchema,
    letter: z.string().describe('The same in plain text.'),
    evidence: z.object({
      sha256: z
        .string()
        .describe(
          'SHA-256 of the document as canonical JSON: keys in code-unit order, no white space, UTF-8 (RFC 8785).',
        ),
      version: z.int().describe('The version the document belongs to.'),
      taken: z.array(z.object({ version: z.int(), document: z.int(), at: z.iso.datetime(), sha256: z.string() })),
    }),
    history: z.array(
      z.object({
        at: z.iso.datetime(),
        event: z.enum(complaintEvents),
        actor: z.enum(actors),
        version: z.int(),
        reference: z.string().optional(),
        reason: z.string().optional(),
        until: z.iso.date().optional(),
      }),
    ),
  })
  .meta({ id: 'ComplaintView' });

export type ListedComplaint = z.infer<typeof listedComplaintSchema>;
export type ComplaintPage = z.infer<typeof complaintPageSchema>;
export type ComplaintView = z.infer<typeof complaintViewSchema>;
