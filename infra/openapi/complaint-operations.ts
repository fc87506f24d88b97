import * as z from 'zod';
import {
  complaintPageSchema,
  complaintViewSchema,
  listedStatuses,
  regulatorEventSchema,
} from '#shared/complaint/complaint-schemas.ts';
import { json, type Operation, problems } from './operation.ts';

/** CONTRACT section 7: a regulator's complaints. */
export const complaintOperations: readonly Operation[] = [
  {
    route: 'GET /v1/complaints',
    id: 'listComplaints',
    tag: 'complaints',
    regulatorOnly: true,
    summary: "A page of the key's regulators' complaints, oldest first",
    query: {
      status: { schema: z.enum(listedStatuses).optional(), description: 'Only these.' },
      limit: { schema: z.int().min(1).max(1000).optional(), description: 'Complaints on a page; 100 without it.' },
      cursor: {
        schema: z.string().max(500).optional(),
        description: 'Where the page before ended: its `next`. Good for the same filter only.',
      },
    },
    answers: {
      200: {
        description: 'The page.',
        bodies: json(complaintPageSchema),
        headers: { Link: '`<…>; rel="next"` while there are more.' },
      },
      ...problems(400, 401, 403),
    },
  },
  {
    route: 'GET /v1/complaints/{id}',
    id: 'takeComplaint',
    tag: 'complaints',
    regulatorOnly: true,
    summary: 'A complaint with its evidence; fetching it is taking it',
    answers: {
      200: { description: 'The complaint.', bodies: json(complaintViewSchema) },
      ...problems(401, 403, 404, 410),
    },
  },
  {
    route: 'POST /v1/complaints/{id}/events',
    id: 'answerComplaint',
    tag: 'complaints',
    regulatorOnly: true,
    summary: 'What the regulator says about a complaint; the same event again changes nothing',
    request: json(regulatorEventSchema, { event: 'acknowledged', reference: 'A-2026-77' }),
    answers: {
      200: { description: 'The complaint as it now stands.', bodies: json(complaintViewSchema) },
      ...problems(400, 401, 403, 404, 409, 410, 413, 415),
    },
  },
];
