import * as z from 'zod';
import { auditPageSchema } from '#shared/access/audit-query.ts';
import {
  exportListSchema,
  exportManifestSchema,
  offenderDetailSchema,
  offenderPageSchema,
} from '#shared/export/export-schemas.ts';
import { topics } from '#shared/report/topics.ts';
import { json, type Operation, problems } from './operation.ts';

const limit = (most: number) => ({
  schema: z.int().min(1).max(most).optional(),
  description: `Rows on a page, at most ${most}; 100 without it. A page may be short before the last.`,
});
const cursor = {
  schema: z.string().max(500).optional(),
  description: 'Where the page before ended: its `next`. Good for the same filter only.',
};
const nextLink = { Link: '`<…>; rel="next"` while there are more.' };
const etag = { ETag: 'Strong; the SHA-256 of the content.' };
const ifNoneMatch = {
  'If-None-Match': { schema: z.string().optional(), description: 'Answers 304 when it names the current `ETag`.' },
};

/** CONTRACT section 7: offenders, exports, audit. */
export const offenderOperations: readonly Operation[] = [
  {
    route: 'GET /v1/offenders',
    id: 'listOffenders',
    tag: 'offenders',
    regulatorOnly: true,
    summary: 'A page of offenders',
    query: {
      minReporters: { schema: z.int().min(0).optional(), description: 'Distinct reporters; 3 without it ("listed").' },
      country: { schema: z.string().length(2).optional(), description: 'ISO 3166-1 alpha-2.' },
      since: { schema: z.string().optional(), description: 'Last reported on this date or at this time, or later.' },
      topic: { schema: z.enum(topics).optional(), description: 'With at least one report on this topic.' },
      limit: limit(1000),
      cursor,
      format: { schema: z.enum(['json', 'csv', 'jsonl']).optional(), description: 'Instead of the `Accept` header.' },
    },
    answers: {
      200: {
        description: 'The page, in the format that was asked for.',
        bodies: [...json(offenderPageSchema), { type: 'text/csv' }, { type: 'application/x-ndjson' }],
        headers: nextLink,
      },
      ...problems(400, 401, 403, 406),
    },
  },
  {
    route: 'GET /v1/offenders/{id}',
    id: 'readOffender',
    tag: 'offenders',
    regulatorOnly: true,
    summary: 'One offender, with figures by day, topic and region',
    answers: {
      200: { description: 'The offender.', bodies: json(offenderDetailSchema) },
      ...problems(401, 403, 404),
    },
  },
  {
    route: 'GET /v1/exports',
    id: 'listExports',
    tag: 'exports',
    regulatorOnly: true,
    summary: 'Published exports, newest first',
    answers: { 200: { description: 'The exports.', bodies: json(exportListSchema) }, ...problems(401, 403) },
  },
  {
    route: 'GET /v1/exports/{id}',
    id: 'readExport',
    tag: 'exports',
    regulatorOnly: true,
    summary: 'The manifest of an export; the id `latest` stands for the last one',
    headers: ifNoneMatch,
    answers: {
      200: { description: 'The manifest.', bodies: json(exportManifestSchema), headers: etag },
      304: { description: 'Not changed.' },
      ...problems(401, 403, 404),
    },
  },
  {
    route: 'GET /v1/exports/{id}/{file}',
    id: 'fetchExportFile',
    tag: 'exports',
    regulatorOnly: true,
    summary: 'A file of an export',
    headers: {
      ...ifNoneMatch,
      Range: { schema: z.string().optional(), description: 'One range of bytes.' },
    },
    answers: {
      200: { description: 'The file.', bodies: [{ type: 'application/gzip' }], headers: etag },
      206: { description: 'The part that was asked for.', bodies: [{ type: 'application/gzip' }], headers: etag },
      302: {
        description: 'The file lies at this address for at most 15 minutes.',
        headers: { Location: 'Give it to nobody.' },
      },
      304: { description: 'Not changed.' },
      ...problems(401, 403, 404, 416),
    },
  },
  {
    route: 'GET /v1/audit',
    id: 'readAudit',
    tag: 'audit',
    regulatorOnly: true,
    summary: "Who read what with this regulator's keys, newest first",
    query: { limit: limit(1000), cursor },
    answers: {
      200: { description: 'The entries.', bodies: json(auditPageSchema), headers: nextLink },
      ...problems(400, 401, 403),
    },
  },
];
