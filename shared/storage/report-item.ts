import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod/mini';
import type { Report, ReportContent } from '#shared/report/report.ts';
import { reportInputSchema } from '#shared/report/report-input.ts';
import { onFirstUse } from '#shared/runtime/on-first-use.ts';

// Attribute names are short because an item of up to 1,024 bytes costs one write unit, names included.
const text = z.nullish(z.string());

const contentSchema = onFirstUse(() =>
  z.object({
    in: reportInputSchema,
    sender: z.object({
      t: z.enum(['phone', 'short_code', 'alphanumeric', 'email', 'withheld', 'unknown']),
      v: text,
      ok: z.enum(['valid', 'possible', 'impossible', 'not_applicable']),
      c: text,
    }),
    line: z.nullish(
      z.object({ n: z.string(), c: text, ok: z.enum(['valid', 'possible']), kept: z.optional(z.literal('ends')) }),
    ),
    place: z.object({ c: text, r: text }),
    at: z.string(),
    known: z.boolean(),
    day: z.string(),
    lists: z._default(
      z.array(
        z.object({
          registry: z.string(),
          yes: z.boolean(),
          since: text,
          by: text,
          asOf: z.string(),
          query: z.optional(z.literal(true)),
        }),
      ),
      [],
    ),
    stated: z.nullish(z.object({ registry: z.string(), since: z.string() })),
    prior: z._default(z.array(z.string()), []),
    viol: z._default(z.array(z.string()), []),
  }),
);

const itemSchema = onFirstUse(() =>
  z.object({
    pk: z.string(),
    v: z.literal(1),
    revision: z.int().check(z.positive()),
    reportedAt: z.string(),
    updatedAt: z.string(),
    channel: z.enum(['api', 'replay', 'sms', 'web', 'call_log']),
    requestHash: z.string(),
    contactProof: z._default(z.enum(['none', 'sms', 'email']), 'none'),
    mailSince: z._default(z.int().check(z.positive()), 1),
    reporter: text,
    subjectId: text,
    past: z._default(z.array(z.string()), []),
    complaintAsked: z._default(z.boolean(), false),
    content: z.nullish(contentSchema()),
  }),
);

/** A stored report version as plain attributes for the document client; `undefined` values are left out by it. */
export function reportToItem(report: Report, expiresAt: Date): Record<string, unknown> {
  return {
    pk: report.id,
    v: 1,
    revision: report.revision,
    reportedAt: report.reportedAt,
    updatedAt: report.updatedAt,
    channel: report.channel,
    requestHash: report.requestHash,
    contactProof: report.contactProof === 'none' ? undefined : report.contactProof,
    mailSince: report.emailSince === 1 ? undefined : report.emailSince,
    reporter: report.reporter ?? undefined,
    subjectId: report.subjectId ?? undefined,
    past: report.pastSubjectIds.length === 0 ? undefined : report.pastSubjectIds,
    // Present only when asked for: the decide function's filter looks for it.
    complaintAsked: report.complaintAsked || undefined,
    expiresAt: Math.floor(expiresAt.getTime() / 1000),
    content: report.content === null ? undefined : contentToItem(report.content),
  };
}

function contentToItem(content: ReportContent): Record<string, unknown> {
  const { sender, line, place, occurred, registry } = content;
  return {
    in: content.input,
    sender: { t: sender.type, v: sender.value ?? undefined, ok: sender.validity, c: sender.country ?? undefined },
    line:
      line === null ? undefined : { n: line.e164, c: line.country ?? undefined, ok: line.validity, kept: line.kept },
    place: { c: place.country ?? undefined, r: place.region ?? undefined },
    at: occurred.at,
    known: occurred.timeKnown,
    day: content.localDate,
    lists:
      registry.lists.length === 0
        ? undefined
        : registry.lists.map((list) => ({
            registry: list.registry,
            yes: list.registered,
            since: list.since ?? undefined,
            by: list.noLaterThan ?? undefined,
            asOf: list.asOf,
            query: list.source === 'query' || undefined,
          })),
    stated: registry.statement ?? undefined,
    prior: content.priorContacts.length === 0 ? undefined : content.priorContacts,
    viol: content.violations.length === 0 ? undefined : content.violations,
  };
}

/** Reads a stored item of any version ever written. Throws a ZodError for anything else. */
export function reportFromItem(item: Record<string, unknown>): Report {
  const stored = itemSchema().parse(item);
  return {
    id: stored.pk,
    revision: stored.revision,
    reportedAt: stored.reportedAt,
    updatedAt: stored.updatedAt,
    channel: stored.channel,
    requestHash: stored.requestHash,
    contactProof: stored.contactProof,
    emailSince: stored.mailSince,
    reporter: stored.reporter ?? null,
    subjectId: stored.subjectId ?? null,
    pastSubjectIds: stored.past,
    complaintAsked: stored.complaintAsked,
    content: stored.content === undefined || stored.content === null ? null : contentFromItem(stored.content),
  };
}

function contentFromItem(stored: z.infer<ReturnType<typeof contentSchema>>): ReportContent {
  return {
    input: stored.in,
    sender: {
      type: stored.sender.t,
      value: stored.sender.v ?? null,
      validity: stored.sender.ok,
      country: stored.sender.c ?? null,
    },
    line:
      stored.line === undefined || stored.line === null
        ? null
        : {
            e164: stored.line.n,
            country: stored.line.c ?? null,
            validity: stored.line.ok,
            ...(stored.line.kept === undefined ? {} : { kept: stored.line.kept }),
          },
    place: { country: stored.place.c ?? null, region: stored.place.r ?? null },
    occurred: { at: stored.at, timeKnown: stored.known },
    localDate: stored.day,
    registry: {
      lists: stored.lists.map((list) => ({
        registry: list.registry,
        registered: list.yes,
        since: list.since ?? null,
        noLaterThan: list.by ?? null,
        asOf: list.asOf,
        ...(list.query === undefined ? {} : { source: 'query' as const }),
      })),
      statement: stored.stated ?? null,
    },
    priorContacts: stored.prior,
    violations: stored.viol,
  };
}

/** Reads the new image of a stream record. */
export function reportFromImage(image: Record<string, AttributeValue>): Report {
  return reportFromItem(unmarshall(image));
}
