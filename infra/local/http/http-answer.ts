import { isList, isObject, type Json, parseJson } from '../json.ts';

/** What goes over the wire. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Buffer;
}

/** API Gateway's own answers look all alike. */
export function gatewayAnswer(status: number, message: string): HttpAnswer {
  return { status, headers: [['content-type', 'application/json']], body: Buffer.from(JSON.stringify({ message })) };
}

export const INTERNAL_SERVER_ERROR: HttpAnswer = gatewayAnswer(500, 'Internal Server Error');

/** Hop-by-hop headers and those the gateway sets itself. */
const NOT_HANDED_ON = new Set(['connection', 'content-length', 'date', 'keep-alive', 'transfer-encoding', 'upgrade']);

function inferred(result: Json): HttpAnswer {
  const body = typeof result === 'string' ? result : JSON.stringify(result);
  return { status: 200, headers: [['content-type', 'application/json']], body: Buffer.from(body) };
}

/**
 * Reads what a function returned under payload format 2.0: an object with statusCode is the answer, anything else is
 * the body of a 200. Anything malformed is the gateway's 500.
 */
export function httpAnswer(payload: string): HttpAnswer {
  const result = parseJson(payload);
  if (!isObject(result) || result['statusCode'] === undefined) {
    return inferred(result);
  }
  const status = Number(result['statusCode']);
  const { headers: given, body, isBase64Encoded, cookies } = result;
  const wellFormed =
    Number.isInteger(status) &&
    status >= 100 &&
    status <= 599 &&
    (given === undefined || given === null || isObject(given)) &&
    (body === undefined || body === null || typeof body === 'string');
  if (!wellFormed) {
    return INTERNAL_SERVER_ERROR;
  }
  const headers: [string, string][] = [];
  for (const [name, value] of Object.entries(isObject(given) ? given : {})) {
    if (!NOT_HANDED_ON.has(name.toLowerCase()) && value !== null) {
      headers.push([name.toLowerCase(), String(value)]);
    }
  }
  if (!headers.some(([name]) => name === 'content-type')) {
    headers.push(['content-type', 'text/plain;charset=UTF-8']);
  }
  for (const cookie of isList(cookies) ? cookies : []) {
    headers.push(['set-cookie', String(cookie)]);
  }
  return { status, headers, body: Buffer.from(body ?? '', isBase64Encoded === true ? 'base64' : 'utf8') };
}
