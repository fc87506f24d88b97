import type { KeyFinder } from '#shared/access/key-store.ts';
import { type Access, openWithKey } from '#shared/access/open-with-key.ts';
import type { AccessScope } from '#shared/access/regulator-key.ts';
import type { Clock } from '#shared/runtime/clock.ts';
import type { RouteHandler } from './lambda-http.ts';
import type { HttpRequest, HttpResponse } from './message.ts';
import { problem, problemResponse } from './problem.ts';

export type Authenticated =
  | { readonly kind: 'allowed'; readonly access: Access }
  | { readonly kind: 'refused'; readonly response: HttpResponse };

/** Opens a regulator's call by its bearer key (RFC 6750): 401 without a live key, 403 without the scope. */
export async function authenticate(
  request: HttpRequest,
  scope: AccessScope,
  deps: { readonly keys: KeyFinder; readonly clock: Clock },
): Promise<Authenticated> {
  const outcome = await openWithKey(bearerKey(request.headers['authorization']), scope, deps);
  switch (outcome.kind) {
    case 'allowed':
      return outcome;
    case 'no_valid_key':
      return {
        kind: 'refused',
        response: problemResponse(
          problem(401, 'unauthorized', { detail: 'Send a live regulator key as Authorization: Bearer <key>.' }),
          { 'www-authenticate': 'Bearer' },
        ),
      };
    case 'scope_missing':
      return {
        kind: 'refused',
        response: problemResponse(problem(403, 'forbidden', { detail: `This key lacks the scope ${scope}.` }), {
          'www-authenticate': `Bearer error="insufficient_scope", scope="${scope}"`,
        }),
      };
  }
}

function bearerKey(header: string | undefined): string | null {
  return /^bearer +(\S.*)$/i.exec(header?.trim() ?? '')?.[1] ?? null;
}

/** A route that only a key with the scope opens. */
export function withScope(
  scope: AccessScope,
  deps: { readonly keys: KeyFinder; readonly clock: Clock },
  serve: (request: HttpRequest, access: Access) => Promise<HttpResponse>,
): RouteHandler {
  return async (request) => {
    const entered = await authenticate(request, scope, deps);
    return entered.kind === 'refused' ? entered.response : serve(request, entered.access);
  };
}
