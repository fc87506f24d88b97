import { type AuditedRead, type AuditTrail, recordAudit } from '#shared/access/audit.ts';
import type { KeyFinder } from '#shared/access/key-store.ts';
import type { Access } from '#shared/access/open-with-key.ts';
import type { Complaint } from '#shared/complaint/complaint.ts';
import type { ComplaintDocuments, ComplaintList, ComplaintStore } from '#shared/complaint/ports.ts';
import type { RouteHandler } from '#shared/http/lambda-http.ts';
import type { HttpRequest, HttpResponse } from '#shared/http/message.ts';
import { problem, problemResponse } from '#shared/http/problem.ts';
import { authenticate } from '#shared/http/regulator-auth.ts';
import type { Clock } from '#shared/runtime/clock.ts';
import type { KeyedHash } from '#shared/runtime/keyed-hash.ts';
import type { Log } from '#shared/runtime/log.ts';

export interface ServeComplaintsDependencies {
  readonly complaints: ComplaintStore;
  readonly documents: ComplaintDocuments;
  readonly takenBack: (reportId: string) => Promise<boolean>;
  readonly list: ComplaintList;
  readonly keys: KeyFinder;
  readonly audit: AuditTrail;
  readonly cursorHash: KeyedHash;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly log: Log;
  readonly originSecret?: () => Promise<string>;
}

/** A route that only a regulator's key with the scope `complaints` opens. */
export function withAccess(
  deps: ServeComplaintsDependencies,
  serve: (request: HttpRequest, access: Access, deps: ServeComplaintsDependencies) => Promise<HttpResponse>,
): RouteHandler {
  return async (request) => {
    const entered = await authenticate(request, 'complaints', deps);
    return entered.kind === 'refused' ? entered.response : serve(request, entered.access, deps);
  };
}

/** An entry in the trail of the regulator whose complaint it is, whoever else the key acts for. */
export function noteOn(
  { id, regulator }: Complaint,
  action: AuditedRead['action'],
  { access, request, filter = {} }: Pick<AuditedRead, 'access' | 'request' | 'filter'>,
  deps: ServeComplaintsDependencies,
): Promise<void> {
  return recordAudit(
    { access: { ...access, regulators: [regulator] }, action, filter, objectId: id, rows: 1, request },
    deps,
  );
}

export const unknownComplaint = (): HttpResponse => problemResponse(problem(404, 'not-found'));

export const recalledComplaint = (): HttpResponse =>
  problemResponse(problem(410, 'gone', { detail: 'This complaint was withdrawn before it was taken.' }));
