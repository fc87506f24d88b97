import { type AuditedRead, recordAudit } from '#shared/access/audit.ts';
import type { RegulatorAccess } from '#shared/access/regulator-access.ts';
import type { Complaint } from '#shared/complaint/complaint.ts';
import type { ComplaintDocuments, ComplaintList, ComplaintStore } from '#shared/complaint/ports.ts';
import type { HttpResponse } from '#shared/http/message.ts';
import { problem, problemResponse } from '#shared/http/problem.ts';
import type { KeyedHash } from '#shared/runtime/keyed-hash.ts';
import type { Log } from '#shared/runtime/log.ts';

export interface ServeComplaintsDependencies extends RegulatorAccess {
  readonly complaints: ComplaintStore;
  readonly documents: ComplaintDocuments;
  readonly takenBack: (reportId: string) => Promise<boolean>;
  readonly list: ComplaintList;
  readonly cursorHash: KeyedHash;
  readonly log: Log;
  readonly originSecret?: () => Promise<string>;
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
