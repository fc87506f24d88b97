import * as z from 'zod/mini';
import { reportInputSchema } from '#shared/report/report-input.ts';
import { onFirstUse } from '#shared/runtime/on-first-use.ts';
import { csvMappingSchema } from '../csv/csv-mapping.ts';
import { logFaultReasons } from '../log-fault.ts';
import { logFormats } from '../log-format.ts';
import { directions, skipReasons } from '../log-row.ts';

/** What was asked when the upload was opened, or last corrected. */
export const uploadAskSchema = onFirstUse(() =>
  z.object({
    version: z.literal(1),
    request: z.object({
      line: z.optional(z.string()),
      timeZone: z.optional(z.string()),
      format: z.optional(z.enum(logFormats)),
      country: z.optional(z.string()),
      mapping: z.optional(csvMappingSchema),
      inbound: z.optional(z.array(z.string())),
    }),
    openedAt: z.iso.datetime(),
    /** Names the present reading; what an earlier one wrote is no longer looked at. */
    reading: z.string(),
    readings: z.int(),
    keepFile: z.boolean(),
  }),
);
export type UploadAsk = z.infer<ReturnType<typeof uploadAskSchema>>;

/** Which file was read, and how many came for this reading before it was this one, itself included. */
const ofFile = { file: z._default(z.string(), ''), files: z._default(z.int(), 1) };

/** How a reading ended. */
export const uploadResultSchema = onFirstUse(() =>
  z.discriminatedUnion('kind', [
    z.object({
      ...ofFile,
      kind: z.literal('read'),
      version: z.literal(1),
      format: z.enum(logFormats),
      rows: z.int(),
      mapping: z.nullable(csvMappingSchema),
      complete: z.boolean(),
      timeZoneNeeded: z.boolean(),
      /** The first row of each page. */
      pages: z.array(z.int()),
    }),
    z.object({
      ...ofFile,
      kind: z.literal('refused'),
      version: z.literal(1),
      reason: z.enum(logFaultReasons),
      detail: z.string(),
    }),
  ]),
);
export type UploadResult = z.infer<ReturnType<typeof uploadResultSchema>>;

/** The rows of one page. */
export const uploadPageSchema = onFirstUse(() =>
  z.object({
    calls: z.array(
      z.object({
        row: z.int(),
        direction: z.enum(directions),
        contact: z.boolean(),
        durationSeconds: z.nullable(z.number()),
        report: reportInputSchema,
      }),
    ),
    skipped: z.array(z.object({ row: z.int(), reason: z.enum(skipReasons) })),
    cursor: z.nullable(z.string()),
  }),
);
export type UploadPage = z.infer<ReturnType<typeof uploadPageSchema>>;
