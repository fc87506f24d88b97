import * as z from 'zod';
import { topics } from '#shared/report/topics.ts';
import { pageQuery, wholeNumber } from '#shared/runtime/page-query.ts';
import type { Offender } from './export-schemas.ts';

/** A subject is listed from this many distinct reporters on. */
export const listedFrom = 3;

/** Query of `GET /v1/offenders`, strict: an unknown parameter would silently widen what is read. */
export const offenderQuerySchema = z.strictObject({
  minReporters: wholeNumber(0, 999_999_999, listedFrom),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'Give an ISO 3166-1 alpha-2 code, for example US.')
    .optional(),
  since: z
    .union([z.iso.datetime({ offset: true }), z.iso.date()], 'Give a date, or a time of RFC 3339.')
    .transform((text) => new Date(text).toISOString())
    .optional(),
  topic: z.enum(topics, 'Not a known topic.').optional(),
  ...pageQuery,
  format: z.string().optional(),
});

export interface OffenderFilter {
  readonly minReporters: number;
  readonly country?: string | undefined;
  /** RFC 3339 UTC; compares with `lastReported`. */
  readonly since?: string | undefined;
  readonly topic?: string | undefined;
}

/** The filter without what is not set, in one order: for the audit trail, and to bind a cursor to. */
export function describeFilter({
  minReporters,
  country,
  since,
  topic,
}: OffenderFilter): Record<string, string | number> {
  return {
    minReporters,
    ...(country === undefined ? {} : { country }),
    ...(since === undefined ? {} : { since }),
    ...(topic === undefined ? {} : { topic }),
  };
}

export function passes(offender: Offender, filter: OffenderFilter): boolean {
  return (
    offender.reporters >= filter.minReporters &&
    (filter.country === undefined || offender.country === filter.country) &&
    (filter.since === undefined || Date.parse(offender.lastReported) >= Date.parse(filter.since)) &&
    (filter.topic === undefined || offender.topics.some(({ topic }) => topic === filter.topic))
  );
}
