import { rowKey } from '#shared/pages/call-logs/log-page.ts';
import { type KnownRows, sentRows } from '#shared/pages/call-logs/reports-path.ts';
import { senderInWords, whenInWords } from '#shared/pages/messages/report-words.ts';
import { headlineOf } from '#shared/pages/verdict-headline.ts';
import { displayReceipt, receiptForKey, reportIdOf } from '#shared/report/receipt.ts';
import { composeView } from '#shared/report/report-view.ts';
import { keyInChannel } from '#shared/report/take-report.ts';
import type { ReportsVisit } from './words.ts';

/** A report that was made of a row of a log. */
export interface SentReport {
  /** Its receipt, as people read it. */
  readonly shown: string;
  readonly sender: string;
  readonly when: string;
  readonly headline: string;
}

export interface SentReports extends KnownRows {
  readonly id: string;
  /** Of the rows. */
  readonly reports: readonly SentReport[];
}

const atOnce = 25;

/**
 * The reports of the rows in the address. Their receipts follow from the log's id, which nobody guesses, and our secret; so
 * the page needs nothing of the log, which is gone by now. Null, and nothing is read, for an address that we did not make.
 */
export async function sentReports(visit: ReportsVisit): Promise<SentReports | null> {
  const { request, deps } = visit;
  const id = request.parameters['id'] ?? '';
  const sent = sentRows(deps.formHash, id, request.query);
  if (sent === null) {
    return null;
  }
  const found: { readonly row: number; readonly report: SentReport }[] = [];
  for (let at = 0; at < sent.rows.length; at += atOnce) {
    const some = await Promise.all(
      sent.rows.slice(at, at + atOnce).map(async (row) => ({ row, report: await sentReport(visit, id, row) })),
    );
    found.push(...some.flatMap(({ row, report }) => (report === null ? [] : [{ row, report }])));
  }
  return { ...sent, id, rows: found.map(({ row }) => row), reports: found.map(({ report }) => report) };
}

async function sentReport(visit: ReportsVisit, id: string, row: number): Promise<SentReport | null> {
  const { deps, m } = visit;
  const receipt = receiptForKey(deps.identity.receipt, keyInChannel('web', rowKey(id, row)));
  const report = await deps.reports.get(reportIdOf(deps.identity.receiptId, receipt));
  if (report === null) {
    return null;
  }
  const { content } = report;
  const shown = displayReceipt(receipt);
  if (content === null) {
    return { shown, sender: m.sender.unknown, when: '', headline: m.logDone.withdrawn };
  }
  const { findings } = composeView(receipt, report, null, []);
  return {
    shown,
    sender: senderInWords(content.sender, visit),
    when: whenInWords(content, visit),
    headline: headlineOf(findings, m),
  };
}
