import type { HttpResponse } from '#shared/http/message.ts';
import type { Messages } from '#shared/law/messages/messages.ts';
import { zonesFor } from '#shared/law/zones.ts';
import type { Identity } from '#shared/report/identity.ts';
import type { ReportStore } from '#shared/report/ports.ts';
import { displayReceipt, parseReceipt, type Receipt, reportIdOf } from '#shared/report/receipt.ts';
import type { Report, ReportContent } from '#shared/report/report.ts';
import type { ViewDependencies } from '#shared/report/report-view.ts';
import { composeView } from '#shared/report/report-view.ts';
import type { ReportView } from '#shared/report/report-view-schema.ts';
import { notFoundPage } from './failures.ts';
import { seeOther } from './layout.ts';
import type { GroupName } from './messages/messages.ts';
import type { Visit } from './visit.ts';

/** To find the report of a receipt. */
export interface OwnReportDependencies {
  readonly identity: Pick<Identity, 'receiptId'>;
  readonly reports: Pick<ReportStore, 'get'>;
}

/** A report that the visitor's receipt opens. */
export interface OwnReport {
  readonly receipt: Receipt;
  /** As people read it, for addresses too. */
  readonly shown: string;
  readonly report: Report;
}

/** A page about the report of the receipt in its address. */
export function withReport<G extends GroupName, D extends OwnReportDependencies>(
  page: (visit: Visit<G, D>, own: OwnReport) => Promise<HttpResponse> | HttpResponse,
): (visit: Visit<G, D>) => Promise<HttpResponse> {
  return async (visit) => {
    const { request, deps } = visit;
    const receipt = parseReceipt(request.parameters['receipt'] ?? '');
    const report = receipt === null ? null : await deps.reports.get(reportIdOf(deps.identity.receiptId, receipt));
    return receipt === null || report === null
      ? notFoundPage(visit)
      : await page(visit, { receipt, shown: displayReceipt(receipt), report });
  };
}

/** A page about what a report holds. A withdrawn one holds nothing: its own page says so, whatever address was kept. */
export function withContent<G extends GroupName, D extends OwnReportDependencies>(
  page: (visit: Visit<G, D>, own: OwnReport, content: ReportContent) => Promise<HttpResponse> | HttpResponse,
): (visit: Visit<G, D>) => Promise<HttpResponse> {
  return withReport<G, D>((visit, own) =>
    own.report.content === null ? seeOther(`/r/${own.shown}`) : page(visit, own, own.report.content),
  );
}

export interface SeenReport {
  readonly view: ReportView;
  /** Other people who reported the same sender; null where reports cannot pile up. */
  readonly others: number | null;
}

/** The report as of now, as in the API's view, with reasons in the language of `reasons`, and how many others there are. */
export async function seeReport(
  { deps }: Visit<never, ViewDependencies>,
  { receipt, report }: OwnReport,
  reasons?: Messages,
): Promise<SeenReport> {
  const [subject, complaints] = await Promise.all([
    report.subjectId === null ? null : deps.subjects.readFor(report),
    report.complaintAsked ? deps.complaints.complaintsOf(report.id) : [],
  ]);
  const self = subject?.reporterCounted === true && report.reporter !== null ? 1 : 0;
  return {
    view: composeView(receipt, report, subject, complaints, reasons),
    others: subject === null ? null : Math.max(0, subject.summary.reporters - self),
  };
}

/** The zones the reporter can have been in. */
export function zonesOf({ input, line, place }: ReportContent): readonly string[] {
  return zonesFor({ timeZone: input.timeZone, line: line?.e164 ?? null, place });
}
