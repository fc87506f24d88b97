import type { Complaint } from './complaint.ts';
import { complaintDocumentSchema } from './complaint-document.ts';
import {
  type ComplaintView,
  complaintViewSchema,
  type ListedComplaint,
  listedComplaintSchema,
} from './complaint-schemas.ts';
import { complaintStatus } from './complaint-status.ts';
import { type FiledComplaint, filedVersion } from './filed-complaint.ts';
import { complaintHref } from './send-pointer.ts';

/** A line of a regulator's list. Throws for a complaint that it may not see. */
export function listedComplaint(complaint: Complaint): ListedComplaint {
  return listedComplaintSchema.parse(summary(complaint));
}

/** The whole complaint, as its regulator sees it. */
export function complaintView({ complaint, json, letter }: FiledComplaint): ComplaintView {
  const withdrawn = complaint.history.findLast(({ event }) => event === 'withdrawn');
  return complaintViewSchema.parse({
    ...summary(complaint),
    publication: complaint.publication,
    refusalReason: complaint.refusalReason,
    extendedUntil: complaint.extendedUntil,
    withdrawal:
      complaint.case === 'withdrawn' && withdrawn !== undefined
        ? { at: withdrawn.at, reason: withdrawn.reason ?? 'report_withdrawn' }
        : null,
    document: complaintDocumentSchema.parse(JSON.parse(json)),
    letter,
    evidence: { sha256: complaint.sha256, version: filedVersion(complaint), taken: complaint.taken },
    history: complaint.history,
  });
}

function summary(complaint: Complaint): Record<string, unknown> {
  return {
    id: complaint.id,
    version: complaint.version,
    regulator: complaint.regulator,
    status: complaintStatus(complaint),
    case: complaint.case,
    delivery: complaint.delivery,
    reference: complaint.reference,
    createdAt: complaint.createdAt,
    // No rule that is known binds these regulators to a date, and none is invented.
    dueOn: null,
    href: complaintHref(complaint.id),
  };
}
