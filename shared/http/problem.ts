import type { HttpResponse } from './message.ts';

export interface FieldError {
  /** JSON pointer (RFC 6901) into the request body. */
  readonly pointer: string;
  readonly detail: string;
}

/** The kinds of problem; each is the last part of a stable `type` URI, documented in docs/problems.md. */
export const problemTitles = {
  'invalid-request': 'The request is not valid',
  'not-json': 'The body is not JSON',
  'unsupported-media-type': 'The body has a type that is not taken here',
  'too-large': 'The body is too large',
  'not-found': 'Nothing here by that name',
  'idempotency-key-reused': 'The idempotency key was used for another request',
  'idempotency-key-invalid': 'The idempotency key is not usable',
  withdrawn: 'The report was withdrawn',
  gone: 'This is no longer available',
  conflict: 'The request does not fit the present state',
  unauthorized: 'A valid regulator key is needed',
  forbidden: 'This key does not open that',
  'not-acceptable': 'None of the accepted formats is available',
  'not-a-call-log': 'The file is no call log that can be read here',
  'unsafe-file': 'The file holds what no call log holds',
  'too-many-requests': 'Too many requests from this address',
  'too-many-reports-for-line': 'Too many reports for this line today',
  'range-not-satisfiable': 'The range lies outside the file',
} as const;

export type ProblemKind = keyof typeof problemTitles;

export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly errors?: readonly FieldError[];
  /** Of a fault: what the operator looks for in the log. */
  readonly requestId?: string;
}

/** An unexpected fault, told barely. */
export function faultOf(requestId: string): Problem {
  return { type: 'about:blank', title: 'Internal Server Error', status: 500, requestId };
}

/** A problem object of RFC 9457. */
export function problem(
  status: number,
  kind: ProblemKind,
  more: { readonly detail?: string; readonly errors?: readonly FieldError[] } = {},
): Problem {
  return { type: `urn:ringfence:problem:${kind}`, title: problemTitles[kind], status, ...more };
}

export function problemResponse(value: Problem, headers: Readonly<Record<string, string>> = {}): HttpResponse {
  return {
    status: value.status,
    headers: { 'content-type': 'application/problem+json', ...headers },
    body: JSON.stringify(value),
  };
}
