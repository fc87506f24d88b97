import * as z from 'zod';

export interface Body {
  readonly type: string;
  readonly schema?: z.core.$ZodType;
  readonly example?: unknown;
}

export interface Answer {
  readonly description: string;
  readonly bodies?: readonly Body[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** One request of the contract. `route` is the key under which the HTTP API declares it. */
export interface Operation {
  readonly route: string;
  readonly id: string;
  readonly summary: string;
  readonly tag: 'service' | 'reports' | 'sms' | 'offenders' | 'exports' | 'complaints' | 'audit';
  readonly regulatorOnly?: boolean;
  readonly query?: Readonly<Record<string, { readonly schema: z.core.$ZodType; readonly description: string }>>;
  readonly headers?: Readonly<Record<string, { readonly schema: z.core.$ZodType; readonly description: string }>>;
  readonly request?: readonly Body[];
  readonly answers: Readonly<Record<number, Answer>>;
}

/** RFC 9457. */
export const problemSchema = z
  .object({
    type: z.string().describe('A stable URI of the kind of problem.'),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    requestId: z.string().optional(),
    errors: z
      .array(z.object({ pointer: z.string().describe('JSON pointer, RFC 6901'), detail: z.string() }))
      .optional(),
  })
  .meta({ id: 'Problem' });

export const json = (schema: z.core.$ZodType, example?: unknown): readonly Body[] => [
  { type: 'application/json', schema, ...(example === undefined ? {} : { example }) },
];

/** Answers of kind problem, by status. */
export function problems(...statuses: readonly number[]): Record<number, Answer> {
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      {
        description: problemMeanings[status] ?? 'A problem.',
        bodies: [{ type: 'application/problem+json', schema: problemSchema }],
      },
    ]),
  );
}

const problemMeanings: Readonly<Record<number, string>> = {
  400: 'The request is not valid; `errors` points at the fields.',
  401: 'A valid regulator key is needed.',
  403: 'The key does not open this.',
  404: 'Nothing here by that name.',
  406: 'None of the accepted formats is available.',
  409: 'The request does not fit the present state.',
  410: 'Withdrawn before it was taken.',
  413: 'The body is too large.',
  415: 'The body has a type that is not taken here.',
  416: 'The range lies outside the file.',
  422: 'The idempotency key was used for another request.',
  429: 'Too many requests from this address, or too many reports of this line today; `Retry-After` says when to come again.',
};
