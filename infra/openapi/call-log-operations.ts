import * as z from 'zod';
import { csvMappingSchema } from '#shared/intake/call-logs/csv/csv-mapping.ts';
import { logFormats } from '#shared/intake/call-logs/log-format.ts';
import { skipReasons } from '#shared/intake/call-logs/log-row.ts';
import { reportInputSchema } from '#shared/report/report-input.ts';
import { json, type Operation, problemSchema, problems } from './operation.ts';

const offeredCall = z
  .object({
    row: z.int().describe('From 1; headers and blank lines do not count.'),
    direction: z.enum(['in', 'missed', 'rejected', 'voicemail', 'out']),
    contact: z.boolean().describe('The log names the other party from an address book.'),
    durationSeconds: z.int().nullable(),
    report: reportInputSchema,
  })
  .meta({ id: 'OfferedCall' });

const callLogPage = z
  .object({
    format: z.enum(logFormats),
    rows: z.int().describe('Of the whole file.'),
    calls: z.array(offeredCall),
    skipped: z.array(z.object({ row: z.int(), reason: z.enum(skipReasons) })),
    cursor: z
      .string()
      .nullable()
      .describe('For the next page; null on the last. Without an upload the same file is sent again with it.'),
    mapping: z.union([csvMappingSchema, z.null()]).describe('How the columns of a table were read.'),
    complete: z.boolean().describe('False for a file that breaks off.'),
    timeZoneNeeded: z
      .boolean()
      .describe('The log has local times and no zone was named: the reports carry the day alone.'),
  })
  .meta({ id: 'CallLogPage' });

const uploadForm = z
  .object({
    id: z.string().describe('26 characters; whoever has it may read the log, for 20 hours.'),
    url: z.string().describe('Where the form is posted to, as multipart/form-data.'),
    fields: z
      .record(z.string(), z.string())
      .describe('Fields of the form, to be sent as they are; the file comes after them, named `file`.'),
  })
  .meta({ id: 'CallLogUpload' });

const parameter = (description: string, schema: z.core.$ZodType = z.string().optional()) => ({ schema, description });

const hints = {
  line: parameter('The number whose log this is; put into each report.'),
  timeZone: parameter("IANA name: where the log's clock ran."),
  format: parameter('Refuses the file if it is another; recognised by content without.', z.enum(logFormats).optional()),
  country: parameter('ISO 3166-1 alpha-2, for numbers and dates written as at home; else that of the line.'),
  mapping: parameter('For tables: the `mapping` of an answer, corrected, as JSON.'),
  inbound: parameter('For Asterisk: names of the contexts of calls from outside, between commas.'),
};

const unsafe = {
  description: 'The file holds document type or entity declarations, or endless tags.',
  bodies: [{ type: 'application/problem+json', schema: problemSchema }],
};

/** CONTRACT section 2. */
export const callLogOperations: readonly Operation[] = [
  {
    route: 'POST /v1/call-logs',
    id: 'readCallLog',
    tag: 'reports',
    summary:
      'Read a call log of at most 4 MB, plain or as gzip, into reports to choose from; nothing is reported or kept',
    query: { ...hints, cursor: parameter('Of the page before.') },
    request: [{ type: 'application/octet-stream' }],
    answers: {
      200: { description: 'The calls of one page.', bodies: json(callLogPage) },
      ...problems(400, 413, 415),
      422: unsafe,
    },
  },
  {
    route: 'POST /v1/call-logs/uploads',
    id: 'openCallLogUpload',
    tag: 'reports',
    summary:
      'Ask for an address to upload a call log of at most 256 MB to, within 15 minutes; the file is erased once it is read',
    query: hints,
    answers: {
      201: {
        description: 'A form for the file.',
        bodies: json(uploadForm),
        headers: { location: 'Where the calls of the log will be.' },
      },
      ...problems(400),
    },
  },
  {
    route: 'GET /v1/call-logs/{id}',
    id: 'readUploadedCallLog',
    tag: 'reports',
    summary: 'The calls of an uploaded log, by pages, for 20 hours',
    query: { cursor: parameter('Of the page before.') },
    answers: {
      200: { description: 'The calls of one page.', bodies: json(callLogPage) },
      202: {
        description: 'The file is not there yet, or being read.',
        bodies: json(z.object({ status: z.literal('waiting') })),
        headers: { 'retry-after': 'Seconds to wait before asking again.' },
      },
      ...problems(400, 404, 413, 415),
      422: unsafe,
    },
  },
];
