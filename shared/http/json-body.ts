import type { HttpRequest, HttpResponse } from './message.ts';
import { problem, problemResponse } from './problem.ts';

export type JsonBody =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'refused'; readonly response: HttpResponse };

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Reads a JSON body of at most `limit` bytes in one of `types`; anything else is refused with 413, 415 or 400. */
export function readJson(
  request: HttpRequest,
  limit: number,
  types: readonly string[] = ['application/json'],
): JsonBody {
  if (request.body.length > limit) {
    return refused(413, 'too-large', `The body may have at most ${limit} bytes.`);
  }
  const type = (request.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (!types.includes(type)) {
    return refused(415, 'unsupported-media-type', `Send ${types.join(' or ')}.`);
  }
  try {
    const value: unknown = JSON.parse(utf8.decode(request.body));
    return { kind: 'json', value };
  } catch {
    // The parser's own message quotes the input, which may hold a number or a name.
    return refused(400, 'not-json', 'The body cannot be read as JSON in UTF-8.');
  }
}

function refused(status: number, kind: 'too-large' | 'unsupported-media-type' | 'not-json', detail: string): JsonBody {
  return { kind: 'refused', response: problemResponse(problem(status, kind, { detail })) };
}
