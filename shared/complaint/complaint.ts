import type { Actor, CaseState, ComplaintEvent, DeliveryState, PublicationState } from './lifecycle.ts';

/** `queue`: the regulator's own system takes it from us. `handed_over`: the reporter files the finished document. */
export type Route = 'queue' | 'handed_over';

export type WithdrawalReason = 'report_withdrawn' | 'no_longer_asked' | 'no_violation' | 'consent_withdrawn';

export interface HistoryEntry {
  readonly at: string;
  readonly event: ComplaintEvent;
  readonly actor: Actor;
  /** The version it was about. */
  readonly version: number;
  readonly reference?: string;
  readonly reason?: string;
  readonly until?: string;
}

/** Proof that the regulator has a version (RFC 3339 UTC; SHA-256 of the document, hexadecimal). */
export interface Taken {
  readonly version: number;
  /** The version whose document it was: an earlier one where this version told of a withdrawal. */
  readonly document: number;
  readonly at: string;
  readonly sha256: string;
}

/** One report's complaint to one regulator: where it stands, without what it says. */
export interface Complaint {
  readonly kind: 'complaint';
  /** 26 characters of base32, the same for the same report and regulator. */
  readonly id: string;
  readonly reportId: string;
  readonly regulator: string;
  readonly route: Route;
  readonly case: CaseState;
  readonly delivery: DeliveryState;
  readonly publication: PublicationState;
  /** The report's revision at which what is filed, or that it is filed, last changed. Only grows. */
  readonly version: number;
  /** The newest report version looked at; older ones come too late to change anything. */
  readonly reportRevision: number;
  /** Of the document that counts now (after a withdrawal: the one the regulator has); null when there is none. */
  readonly sha256: string | null;
  /** JSON pointers into the report of what is still needed. */
  readonly missing: readonly string[];
  /** The regulator's own. */
  readonly reference: string | null;
  readonly refusalReason: string | null;
  /** A claim of the regulator's, apart from any date of law: `YYYY-MM-DD`. */
  readonly extendedUntil: string | null;
  readonly withdrawalReason: WithdrawalReason | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly taken: readonly Taken[];
  readonly history: readonly HistoryEntry[];
  /** Counts every change but the outbox's own marks; conditions of writes look at it. */
  readonly edit: number;
  readonly outbox: Outbox;
}

/** What is known about telling the regulator. Marks only: losing one costs a repeated message, never a lost one. */
export interface Outbox {
  /** When the version that waits came to wait. */
  readonly since: string;
  readonly sentVersion: number;
  readonly sends: number;
  /** Send (again) once this time is past. */
  readonly sendAfter: string;
}

/** A report version asked for no complaint before any was drafted: an older version that arrives later drafts none. */
export interface Tombstone {
  readonly kind: 'tombstone';
  readonly id: string;
  readonly reportRevision: number;
  readonly edit: number;
}

/** The newest version the regulator has; 0 for none. */
export function takenVersion({ taken }: Pick<Complaint, 'taken'>): number {
  return taken.at(-1)?.version ?? 0;
}

/** The regulator has something to fetch, or to be told, that it has not fetched. */
export function isUntaken(complaint: Complaint): boolean {
  const { route, delivery, version } = complaint;
  return (
    route === 'queue' &&
    (delivery === 'queued' || delivery === 'submitted') &&
    version > takenVersion(complaint) &&
    !isRecalled(complaint)
  );
}

/** Withdrawn before the regulator had it: to the regulator it is gone. */
export function isRecalled(complaint: Pick<Complaint, 'case' | 'taken'>): boolean {
  return complaint.case === 'withdrawn' && complaint.taken.length === 0;
}

/** In the regulator's list: what lies on its queue, and what it has. */
export function isShownToRegulator(complaint: Complaint): boolean {
  return (complaint.delivery === 'queued' || complaint.delivery === 'submitted') && !isRecalled(complaint);
}
