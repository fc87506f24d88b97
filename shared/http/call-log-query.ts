import * as z from 'zod/mini';
import { type CsvMapping, csvMappingSchema } from '#shared/intake/call-logs/csv/csv-mapping.ts';
import { logFormats } from '#shared/intake/call-logs/log-format.ts';
import type { ReadCallLogRequest } from '#shared/intake/call-logs/read-call-log.ts';
import { unknownCountry } from '#shared/report/country-faults.ts';
import { planOfCountry } from '#shared/sender/dialling-plans.ts';
import { fieldErrors } from './field-errors.ts';
import type { FieldError } from './problem.ts';

const upTo = (max: number) => z.string().check(z.maxLength(max, `Use at most ${max} characters.`));
const cursor = z.optional(upTo(16));

/** What a person says about a log, as a query carries it; strict: a misspelt zone would silently cost every call its time. */
const hintsSchema = z.strictObject({
  line: z.optional(upTo(64)),
  timeZone: z.optional(upTo(64)),
  format: z.optional(z.enum(logFormats)),
  country: z.optional(
    z.string().check(
      z.regex(/^[A-Z]{2}$/, { error: 'Name the country by two letters (ISO 3166-1), for example US.', abort: true }),
      z.refine((letters) => planOfCountry(letters) !== undefined, unknownCountry),
    ),
  ),
  /** As an answer gave it, corrected; JSON. The edge passes 2 KB of query. */
  mapping: z.optional(upTo(1500)),
  /** Names between commas. */
  inbound: z.optional(upTo(500)),
});
const pagedSchema = z.strictObject({ ...hintsSchema.shape, cursor });
const cursorSchema = z.strictObject({ cursor });

export type CallLogQuery =
  | { readonly kind: 'query'; readonly request: ReadCallLogRequest }
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] };

/** Query of `POST /v1/call-logs`. */
export function readPagedQuery(query: Readonly<Record<string, string>>): CallLogQuery {
  return readQuery(pagedSchema, query);
}

/** Query of `POST /v1/call-logs/uploads`. */
export function readHintsQuery(query: Readonly<Record<string, string>>): CallLogQuery {
  return readQuery(hintsSchema, query);
}

/** Query of `GET /v1/call-logs/{id}`. */
export function readCursorQuery(query: Readonly<Record<string, string>>): CallLogQuery {
  return readQuery(cursorSchema, query);
}

function readQuery(
  schema: z.ZodMiniType<z.infer<typeof pagedSchema>>,
  query: Readonly<Record<string, string>>,
): CallLogQuery {
  const parsed = schema.safeParse(query);
  if (!parsed.success) {
    return { kind: 'invalid', errors: fieldErrors(parsed.error) };
  }
  const { mapping: mappingText, inbound, ...asked } = parsed.data;
  const read = readMapping(mappingText);
  if (read.kind === 'invalid') {
    const faults = read.error === null ? [{ pointer: '', detail: 'Send JSON.' }] : fieldErrors(read.error);
    return {
      kind: 'invalid',
      errors: faults.map(({ pointer, detail }) => ({ pointer: `/mapping${pointer}`, detail })),
    };
  }
  const contexts = inbound?.split(',').filter((name) => name !== '');
  return { kind: 'query', request: { ...asked, mapping: read.mapping, inbound: contexts } };
}

type ReadMapping =
  | { readonly kind: 'mapping'; readonly mapping: CsvMapping | undefined }
  | { readonly kind: 'invalid'; readonly error: z.core.$ZodError | null };

/** The mapping as a parameter carries it. */
function readMapping(text: string | undefined): ReadMapping {
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
