import { type Access, openWithKey } from '#shared/access/open-with-key.ts';
import type { RegulatorAccess } from '#shared/access/regulator-access.ts';
import type { AccessScope } from '#shared/access/regulator-key.ts';
import type { RouteHandler } from './lambda-http.ts';
import type { HttpRequest, HttpResponse } from './message.ts';
import { problem, problemResponse } from './problem.ts';

type OpeningDependencies = Pick<RegulatorAccess, 'keys' | 'clock'>;

export type Authenticated =
  | { readonly kind: 'allowed'; readonly access: Access }
  | { readonly kind: 'refused'; readonly response: HttpResponse };

/** Opens a regulator's call by its bearer key (RFC 6750): 401 without a live key, 403 without the scope. */
export async function authenticate(
  request: HttpRequest,
  scope: AccessScope,
  deps: OpeningDependencies,
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
export function withScope<Dependencies extends OpeningDependencies>(
  scope: AccessScope,
  deps: Dependencies,
  serve: (request: HttpRequest, access: Access, deps: Dependencies) => Promise<HttpResponse>,
): RouteHandler {
  return async (request) => {
    const entered = await authenticate(request, scope, deps);
    return entered.kind === 'refused' ? entered.response : serve(request, entered.access, deps);
  };
}
