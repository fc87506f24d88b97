/** A request as handlers see it, free of the gateway's own shape. */
export interface HttpRequest {
  /** The route as declared, for example `GET /v1/reports/{receipt}`. */
  readonly route: string;
  readonly method: string;
  readonly path: string;
  /** Percent-decoded values of the route's `{…}` parts. */
  readonly parameters: Readonly<Record<string, string>>;
  /** A repeated parameter keeps its last value. */
  readonly query: Readonly<Record<string, string>>;
  /** The same as it was sent, without the question mark: what a signature covers. */
  readonly rawQuery: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly requestId: string;
  readonly sourceAddress: string;
}

export interface HttpResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

export function jsonResponse(
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): HttpResponse {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(value) };
}
