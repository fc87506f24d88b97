import * as z from 'zod';
import { topics } from '#shared/report/topics.ts';

const count = z.int().nonnegative();
const time = z.iso.datetime();
const share = z.number().min(0).max(1).nullable();

const topicCountSchema = z.strictObject({ topic: z.enum(topics), reports: count });

const offenderFields = {
  id: z.string(),
  type: z.enum(['phone', 'short_code', 'alphanumeric', 'email']),
  value: z.string().describe('E.164 number, short code, name or address, as claimed: it may be spoofed.'),
  display: z.string(),
  validity: z.enum(['valid', 'possible', 'impossible', 'not_applicable']),
  country: z.string().nullable().describe('ISO 3166-1 alpha-2.'),
  reports: count,
  reporters: count.describe('Distinct reporters; reports without line and e-mail address are in `reports` only.'),
  firstReported: time,
  lastReported: time,
  topics: z.array(topicCountSchema).describe('Most reported first.'),
  recordedShare: share.describe('Of the reports that say so, the share that heard a recorded message.'),
  registeredShare: share.describe('Of the lines whose status is known, the share on a do-not-call registry.'),
  violations: count.describe('Reports with at least one possible violation.'),
  campaignId: z.string().nullable(),
  status: z.enum(['alleged', 'disputed', 'withdrawn']),
  updatedAt: time,
};

export const offenderSchema = z
  .strictObject(offenderFields)
  .meta({ id: 'Offender', description: 'A reported sender. Unverified reports: an allegation, not a finding.' });

export const offenderPageSchema = z
  .strictObject({
    offenders: z.array(offenderSchema),
    next: z.string().nullable().describe('Cursor of the next page; a page may be short, or empty, before the last.'),
  })
  .meta({ id: 'OffenderPage' });

export const offenderDetailSchema = z
  .strictObject({
    ...offenderFields,
    days: z.array(z.strictObject({ day: z.iso.date(), reports: count })).describe('Local date at the called person.'),
    regions: z
      .array(z.strictObject({ country: z.string(), region: z.string().nullable(), reports: count, reporters: count }))
      .describe('Regions with fewer than five reporters are left out.'),
  })
  .meta({ id: 'OffenderDetail' });

const exportFileSchema = z.strictObject({
  name: z.string(),
  mediaType: z.enum(['text/csv', 'application/x-ndjson']),
  compression: z.literal('gzip'),
  bytes: count,
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe('Of the file as it is delivered, compressed.'),
  rows: count.describe('Without the header row.'),
});

export const exportManifestSchema = z
  .strictObject({
    schemaVersion: z.string(),
    dataset: z.literal('offenders'),
    id: z.string(),
    mode: z.literal('full'),
    generatedAt: time,
    rows: count,
    filters: z.strictObject({ minReporters: count }),
    excluded: z.strictObject({ tooFewReporters: count }),
    notice: z.literal('unverified reports'),
    files: z.array(exportFileSchema),
  })
  .meta({ id: 'ExportManifest' });

export const exportListSchema = z
  .strictObject({
    exports: z
      .array(
        z.strictObject({ id: z.string(), generatedAt: time, mode: z.literal('full'), rows: count, href: z.string() }),
      )
      .describe('Newest first.'),
  })
  .meta({ id: 'ExportList' });

export type Offender = z.infer<typeof offenderSchema>;
export type OffenderDetail = z.infer<typeof offenderDetailSchema>;
export type ExportManifest = z.infer<typeof exportManifestSchema>;
export type ExportFile = z.infer<typeof exportFileSchema>;
export type ExportList = z.infer<typeof exportListSchema>;
