import * as z from 'zod/mini';
import { type CsvMapping, csvMappingSchema } from '#shared/intake/call-logs/csv/csv-mapping.ts';
import { logFormats } from '#shared/intake/call-logs/log-format.ts';

const upTo = (max: number) => z.string().check(z.maxLength(max, `Use at most ${max} characters.`));

/** Query of `POST /v1/call-logs`, strict: a misspelt zone would silently cost every call its time. */
export const callLogQuerySchema = z.strictObject({
  line: z.optional(upTo(64)),
  timeZone: z.optional(upTo(64)),
  format: z.optional(z.enum(logFormats)),
  country: z.optional(
    z.string().check(z.regex(/^[A-Z]{2}$/, 'Name the country by two letters (ISO 3166-1), for example US.')),
  ),
  /** As an answer gave it, corrected; JSON. The edge passes 2 KB of query. */
  mapping: z.optional(upTo(1500)),
  /** Names between commas. */
  inbound: z.optional(upTo(500)),
  cursor: z.optional(upTo(16)),
});

export type ReadMapping =
  | { readonly kind: 'mapping'; readonly mapping: CsvMapping | undefined }
  | { readonly kind: 'invalid'; readonly error: z.core.$ZodError | null };

/** The mapping as a parameter carries it. */
export function readMapping(text: string | undefined): ReadMapping {
  if (text === undefined) {
    return { kind: 'mapping', mapping: undefined };
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { kind: 'invalid', error: null };
  }
  const parsed = csvMappingSchema.safeParse(value);
  return parsed.success ? { kind: 'mapping', mapping: parsed.data } : { kind: 'invalid', error: parsed.error };
}
