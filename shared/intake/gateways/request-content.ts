import type { GatewayRequest } from './webhook.ts';

/** A decoded name and value, in the order sent. */
export type Parameter = readonly [name: string, value: string];

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text of the body; undefined when it is not UTF-8. */
export function bodyText(body: Uint8Array): string | undefined {
  try {
    return utf8.decode(body);
  } catch {
    return undefined;
  }
}

/** Parameters of a query string or a form body (URL Standard, 5.1). A leading question mark belongs to the first name. */
export function parametersOf(encoded: string): readonly Parameter[] {
  return [...new URLSearchParams(encoded.startsWith('?') ? `%3F${encoded.slice(1)}` : encoded)];
}

/** The value of a JSON body; undefined when it is none. */
export function jsonOf(body: Uint8Array): unknown {
  const text = bodyText(body);
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The members of a JSON object; undefined for every other value. */
export function membersOf(value: unknown): ReadonlyMap<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? new Map(Object.entries(value))
    : undefined;
}

/** A string, or a number or boolean as JSON writes it; undefined for everything else, and for integers that JSON rounded. */
export function scalar(value: unknown): string | undefined {
  switch (typeof value) {
    case 'string':
      return value;
    case 'boolean':
      return String(value);
    case 'number':
      return Number.isInteger(value) && !Number.isSafeInteger(value) ? undefined : String(value);
    default:
      return undefined;
  }
}

export function isJson(request: GatewayRequest): boolean {
  return /^application\/(?:json|[a-z0-9.-]{1,50}\+json)\b/i.test(request.headers['content-type'] ?? '');
}
