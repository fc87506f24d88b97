import type { AuditTrail } from '#shared/access/audit.ts';
import type { KeyFinder } from '#shared/access/key-store.ts';
import type { Access } from '#shared/access/open-with-key.ts';
import type { AccessScope } from '#shared/access/regulator-key.ts';
import type { ExportArchive } from '#shared/export/export-archive.ts';
import type { OffenderSource } from '#shared/export/offender-source.ts';
import type { RouteHandler } from '#shared/http/lambda-http.ts';
import type { HttpRequest, HttpResponse } from '#shared/http/message.ts';
import { authenticate } from '#shared/http/regulator-auth.ts';
import type { Clock } from '#shared/runtime/clock.ts';
import type { KeyedHash } from '#shared/runtime/keyed-hash.ts';
import type { Log } from '#shared/runtime/log.ts';

export interface ServeOffendersDependencies {
  readonly source: OffenderSource;
  readonly archive: ExportArchive;
  readonly delivery: 'redirect' | 'inline';
  readonly keys: KeyFinder;
  readonly audit: AuditTrail;
  readonly cursorHash: KeyedHash;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly log: Log;
  readonly originSecret?: () => Promise<string>;
}

/** A route that only a key with the scope opens. */
export function withScope(
  scope: AccessScope,
  deps: ServeOffendersDependencies,
  serve: (request: HttpRequest, access: Access) => Promise<HttpResponse>,
): RouteHandler {
  return async (request) => {
    const entered = await authenticate(request, scope, deps);
    return entered.kind === 'refused' ? entered.response : serve(request, entered.access);
  };
}
