import { isLogId, rowKey } from '#shared/pages/call-logs/log-page.ts';
import { readRows } from '#shared/pages/call-logs/row-ranges.ts';
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

interface SentReports {
  readonly id: string;
  /** Of the reports that are there. */
  readonly rows: readonly number[];
  readonly reports: readonly SentReport[];
  /** A number in the address. */
  readonly count: (name: 'left' | 'refused') => number;
}

const mostRows = 1000;
const atOnce = 25;

/**
 * The reports of the rows in the address. Their receipts follow from the log's id, which nobody guesses, and our secret; so
 * the page needs nothing of the log, which is gone by now.
 */
export async function sentReports(visit: ReportsVisit): Promise<SentReports> {
  const { request } = visit;
  const id = request.parameters['id'] ?? '';
  const asked = isLogId(id) ? (readRows(request.query['rows'] ?? '', mostRows) ?? []) : [];
  const found: { readonly row: number; readonly report: SentReport }[] = [];
  for (let at = 0; at < asked.length; at += atOnce) {
    const some = await Promise.all(
      asked.slice(at, at + atOnce).map(async (row) => ({ row, report: await sentReport(visit, id, row) })),
    );
    found.push(...some.flatMap(({ row, report }) => (report === null ? [] : [{ row, report }])));
  }
  return {
    id,
    rows: found.map(({ row }) => row),
    reports: found.map(({ report }) => report),
    count: (name) => (isLogId(id) ? Number(/^\d{1,4}$/.exec(request.query[name] ?? '')?.[0] ?? 0) : 0),
  };
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
