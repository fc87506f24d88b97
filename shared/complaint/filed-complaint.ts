import { type Complaint, isRecalled, isShownToRegulator } from './complaint.ts';
import { sha256Of } from './draft-document.ts';
import type { ComplaintDocuments, ComplaintStore } from './ports.ts';

/** A complaint with what the regulator has, or is to have. */
export interface FiledComplaint {
  readonly complaint: Complaint;
  readonly json: string;
  readonly letter: string;
}

export interface FiledDependencies {
  readonly complaints: ComplaintStore;
  readonly documents: ComplaintDocuments;
  /** Whether the reporter has withdrawn the report, or the wish to complain, be that decided already or not. */
  readonly takenBack: (reportId: string) => Promise<boolean>;
}

export type FiledOutcome =
  | ({ readonly kind: 'filed' } & FiledComplaint)
  /** Unknown, another regulator's, or not meant for its queue: one answer, so that nobody learns which. */
  | { readonly kind: 'unknown' }
  /** Withdrawn before it was taken. */
  | { readonly kind: 'recalled' };

/** Reads a complaint for one of these regulators. Throws when the documents it points to are missing or altered. */
export async function readFiled(
  id: string,
  regulators: readonly string[],
  deps: FiledDependencies,
): Promise<FiledOutcome> {
  let before = 0;
  for (;;) {
    const stored = await deps.complaints.get(id);
    if (stored?.kind !== 'complaint' || !regulators.includes(stored.regulator)) {
      return { kind: 'unknown' };
    }
    if (isRecalled(stored) && stored.delivery === 'queued') {
      return { kind: 'recalled' };
    }
    if (!isShownToRegulator(stored)) {
      return { kind: 'unknown' };
    }
    // The decision follows the report by some seconds; what a person has withdrawn must not go out in between.
    if (stored.taken.length === 0 && (await deps.takenBack(stored.reportId))) {
      return { kind: 'recalled' };
    }
    const found = await deps.documents.get(id, filedVersion(stored));
    if (found !== null && sha256Of(found.json) === stored.sha256) {
      return { kind: 'filed', complaint: stored, ...found };
    }
    // Recalled or corrected between the two reads; if nothing changed, the document is lost.
    if (stored.edit === before) {
      throw new Error(`the document of complaint ${id} is missing or altered`);
    }
    before = stored.edit;
  }
}

/** The version whose document counts: after a withdrawal, the one the regulator has. */
export function filedVersion(complaint: Complaint): number {
  return complaint.case === 'withdrawn' ? (complaint.taken.at(-1)?.document ?? 0) : complaint.version;
}
