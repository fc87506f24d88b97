import type { Report } from './report.ts';
import type { ComplaintStatus } from './report-view-schema.ts';

export type CreateOutcome = { readonly kind: 'created' } | { readonly kind: 'exists'; readonly report: Report };

export type ReplaceOutcome = { readonly kind: 'replaced' } | { readonly kind: 'conflict' };

/** Where reports live. One conditional write per call; `expiresAt` is when the item may be forgotten. */
export interface ReportStore {
  create(report: Report, expiresAt: Date): Promise<CreateOutcome>;
  /** Consistent read; null for unknown and for expired. */
  get(id: string): Promise<Report | null>;
  /** Replaces the version before `report.revision`; a conflict when another version is there. */
  replace(report: Report, expiresAt: Date): Promise<ReplaceOutcome>;
}

/** The figures of a subject as a reporter may see them. Times are RFC 3339 UTC, null while nothing is counted. */
export interface SubjectSummary {
  readonly id: string;
  readonly reports: number;
  readonly reporters: number;
  readonly firstReported: string | null;
  readonly lastReported: string | null;
}

export interface SubjectReader {
  /** Figures now, and the local dates on which the same reporter reported this subject before, without `exceptReport`. */
  peek(
    subjectId: string,
    reporter: string | null,
    exceptReport: string | null,
  ): Promise<{ readonly summary: SubjectSummary; readonly priorContacts: readonly string[] }>;
  /** Figures now, and whether they include this version of the report. */
  readFor(report: Report): Promise<{
    readonly summary: SubjectSummary;
    readonly included: boolean;
    /** The figures count its reporter: for this version, an earlier one or another report. */
    readonly reporterCounted: boolean;
  }>;
}

/** A complaint as its reporter sees it in the report view. */
export interface ComplaintSummary {
  readonly id: string;
  readonly regulator: string;
  readonly route: 'queue' | 'handed_over';
  readonly status: ComplaintStatus;
  readonly reference: string | null;
  /** JSON pointers of what is still needed. */
  readonly missing: readonly string[];
  readonly nextStepBy: string | null;
  readonly nextStep: string | null;
}

export interface ComplaintReader {
  complaintsOf(reportId: string): Promise<readonly ComplaintSummary[]>;
}

/** A complaint with everything its reporter may see (CONTRACT section 2). */
export interface ReporterComplaint {
  readonly id: string;
  readonly regulator: string;
  /** Plain text, as it goes to the regulator. */
  readonly letter: string;
  /** The regulator's own page for complaints. */
  readonly regulatorPage: string;
  /** What the reporter does there, in order; for a complaint on the regulator's queue, what happens next. */
  readonly steps: readonly string[];
}

export interface ComplaintLetterReader {
  /** Null when the report has no such complaint, or its content was erased by a withdrawal. */
  complaintOf(reportId: string, complaintId: string): Promise<ReporterComplaint | null>;
}
