import { evaluate } from '#shared/law/evaluate.ts';
import type { Messages } from '#shared/law/messages/messages.ts';
import { displaySender, lineEnding } from '#shared/sender/display-sender.ts';
import { caseFactsOf } from './case-facts-of.ts';
import type { ComplaintReader, ComplaintSummary, SubjectReader, SubjectSummary } from './ports.ts';
import { displayReceipt, type Receipt } from './receipt.ts';
import { registryView } from './registry-view.ts';
import type { Report } from './report.ts';
import type { ReportView } from './report-view-schema.ts';

export interface ViewDependencies {
  readonly subjects: SubjectReader;
  readonly complaints: ComplaintReader;
}

/** The report as of now: its subject's figures and its complaints are read afresh. */
export async function viewReport(receipt: Receipt, report: Report, deps: ViewDependencies): Promise<ReportView> {
  const [subject, complaints] = await Promise.all([
    report.subjectId === null ? null : deps.subjects.readFor(report),
    report.complaintAsked ? deps.complaints.complaintsOf(report.id) : [],
  ]);
  return composeView(receipt, report, subject, complaints);
}

/**
 * `subject.included`: whether the figures already count this version of the report. Findings speak the language of
 * `messages`; English, as in the API, without them.
 */
export function composeView(
  receipt: Receipt,
  report: Report,
  subject: { readonly summary: SubjectSummary; readonly included: boolean } | null,
  complaints: readonly ComplaintSummary[],
  messages?: Messages,
): ReportView {
  const shown = displayReceipt(receipt);
  const { content } = report;
  const common = { receipt: shown, statusUrl: `/v1/reports/${shown}` };
  const ownComplaints = complaints.map((complaint) => ({ ...complaint, missing: [...complaint.missing] }));
  if (content === null) {
    return {
      ...common,
      status: 'withdrawn',
      kind: null,
      occurredAt: null,
      timeKnown: null,
      sender: null,
      line: null,
      registry: null,
      findings: [],
      subject: null,
      complaints: ownComplaints,
    };
  }
  return {
    ...common,
    status: statusOf(subject?.included ?? false, complaints),
    kind: content.input.kind,
    occurredAt: content.occurred.at,
    timeKnown: content.occurred.timeKnown,
    sender: { ...content.sender, display: displaySender(content.sender) },
    line: content.line === null ? null : { country: content.line.country, ending: lineEnding(content.line) },
    registry: registryView(content.registry),
    findings: evaluate(caseFactsOf(content), messages).map((finding) => ({ ...finding })),
    subject: subject?.summary ?? null,
    complaints: ownComplaints,
  };
}

const furthest = [
  ['decided', 'decided'],
  ['acknowledged', 'acknowledged'],
  ['submitted', 'submitted'],
  ['queued', 'complaint_queued'],
  ['handed_over', 'handed_over'],
] as const;

/** CONTRACT section 4: derived when read, the furthest over the complaints. */
function statusOf(counted: boolean, complaints: readonly ComplaintSummary[]): ReportView['status'] {
  if (complaints.length > 0 && complaints.every(({ status }) => status === 'refused')) {
    return 'refused';
  }
  const reached = furthest.find(([status]) => complaints.some((complaint) => complaint.status === status));
  return reached?.[1] ?? (counted ? 'checked' : 'received');
}
