import * as z from 'zod';
import { reportInputSchema } from '#shared/report/report-input.ts';
import { reportViewSchema } from '#shared/report/report-view-schema.ts';
import { reporterComplaintSchema } from '#shared/report/reporter-complaint-schema.ts';
import { json, type Operation, problemSchema, problems } from './operation.ts';

const exampleReport = {
  kind: 'call',
  sender: '(800) 275-2273',
  line: '+1 413 555 0142',
  occurredAt: '2026-11-20T20:41:00-05:00',
  purpose: 'sale',
  recorded: true,
  registeredSince: '2019-03-01',
  relationship: 'none',
};

const idempotencyKey = {
  'Idempotency-Key': {
    schema: z.string().min(16).max(255).optional(),
    description: 'The same key always meets the same report; another body under it answers 422.',
  },
};

const batchAnswer = z
  .array(
    z.union([
      z.object({ status: z.literal(201), report: reportViewSchema }),
      z.object({ status: z.int(), problem: problemSchema }),
    ]),
  )
  .meta({ id: 'BatchAnswer' });

/** CONTRACT section 2. */
export const reportOperations: readonly Operation[] = [
  {
    route: 'POST /v1/reports',
    id: 'takeReport',
    tag: 'reports',
    summary: 'Report one unwanted call or text (at most 64 KB)',
    headers: idempotencyKey,
    request: json(reportInputSchema, exampleReport),
    answers: {
      201: {
        description: 'Taken: receipt, registry answer and findings.',
        bodies: json(reportViewSchema),
        headers: {
          'Idempotent-Replayed': '`true` when this key was answered before.',
          Location: 'Where to follow it.',
        },
      },
      ...problems(400, 413, 415, 422, 429),
    },
  },
  {
    route: 'POST /v1/reports/batch',
    id: 'takeReports',
    tag: 'reports',
    summary: 'Report 1 to 100 calls or texts (at most 512 KB)',
    headers: idempotencyKey,
    request: json(z.array(reportInputSchema).min(1).max(100), [exampleReport]),
    answers: {
      207: { description: 'One answer a report, in the order of the request.', bodies: json(batchAnswer) },
      ...problems(400, 413, 415, 429),
    },
  },
  {
    route: 'GET /v1/reports/{receipt}',
    id: 'followReport',
    tag: 'reports',
    summary: 'Follow a report',
    answers: { 200: { description: 'The report as of now.', bodies: json(reportViewSchema) }, ...problems(404) },
  },
  {
    route: 'PATCH /v1/reports/{receipt}',
    id: 'amendReport',
    tag: 'reports',
    summary: 'Answer a question, correct or complete a report (JSON merge patch, RFC 7396)',
    request: [
      {
        type: 'application/merge-patch+json',
        schema: z.record(z.string(), z.unknown()).describe('Report fields; null removes one.'),
        example: { purpose: 'sale' },
      },
      { type: 'application/json', schema: z.record(z.string(), z.unknown()) },
    ],
    answers: {
      200: { description: 'The next version.', bodies: json(reportViewSchema) },
      ...problems(400, 404, 409, 413, 415),
    },
  },
  {
    route: 'DELETE /v1/reports/{receipt}',
    id: 'withdrawReport',
    tag: 'reports',
    summary: 'Withdraw a report; the second time answers the same',
    answers: { 204: { description: 'Withdrawn.' }, ...problems(404, 409) },
  },
  {
    route: 'GET /v1/reports/{receipt}/complaints/{id}',
    id: 'readOwnComplaint',
    tag: 'reports',
    summary: 'The complaint as its reporter may see it',
    answers: {
      200: { description: 'Letter, page and steps.', bodies: json(reporterComplaintSchema) },
      ...problems(404),
    },
  },
  {
    route: 'GET /v1/reports/{receipt}/complaints/{id}/letter.txt',
    id: 'readOwnLetter',
    tag: 'reports',
    summary: 'The letter as plain text',
    answers: { 200: { description: 'The letter.', bodies: [{ type: 'text/plain' }] }, ...problems(404) },
  },
];

export const serviceOperations: readonly Operation[] = [
  {
    route: 'GET /healthz',
    id: 'health',
    tag: 'service',
    summary: 'Is it up',
    answers: { 200: { description: 'It is.', bodies: json(z.object({ status: z.literal('ok') })) } },
  },
  {
    route: 'GET /openapi.json',
    id: 'describe',
    tag: 'service',
    summary: 'This document',
    answers: { 200: { description: 'OpenAPI 3.1.', bodies: json(z.record(z.string(), z.unknown())) } },
  },
];
