import { evaluate } from '#shared/law/evaluate.ts';
import { caseFactsOf } from '#shared/report/case-facts-of.ts';
import { parseReceipt, type Receipt, reportIdOf } from '#shared/report/receipt.ts';
import type { Report, ReportContent } from '#shared/report/report.ts';
import { type ViewDependencies, viewReport } from '#shared/report/report-view.ts';
import type { TakeDependencies } from '#shared/report/take-report.ts';
import type { Reply, Verdict } from '../replies/reply.ts';
import { receiptOfMessage } from './own-report.ts';
import type { ReplyIntent } from './step.ts';

interface Known {
  /** What was typed where a code belongs. */
  readonly code: string | null;
  /** The report that the reply is about, where it is at hand as it is now. */
  readonly report: Report | null;
}

/** Fills in what is known of the report when the reply is composed. */
export async function composeReply(
  intent: ReplyIntent,
  known: Known,
  deps: TakeDependencies & ViewDependencies,
): Promise<Reply> {
  switch (intent.kind) {
    case 'receipt': {
      const receipt = receiptOfMessage(deps, intent.of);
      const report = known.report ?? (await reportOf(receipt, deps));
      return report === null || report.content === null
        ? { kind: 'status', receipt, status: 'withdrawn' }
        : { kind: 'receipt', receipt, verdict: verdictOf(report.content), askNext: intent.askNext };
    }
    case 'question':
    case 'sender_noted':
    case 'deleted':
      return { kind: intent.kind, receipt: receiptOfMessage(deps, intent.of) };
    case 'status': {
      const receipt = intent.of === null ? receiptIn(known) : receiptOfMessage(deps, intent.of);
      const report = receipt === null ? null : await reportOf(receipt, deps);
      return receipt === null || report === null
        ? { kind: 'status_unknown' }
        : { kind: 'status', receipt, status: (await viewReport(receipt, report, deps)).status };
    }
    case 'deleted_by_code': {
      const receipt = receiptIn(known);
      const report = receipt === null ? null : await reportOf(receipt, deps);
      return receipt === null || report === null || report.content !== null
        ? { kind: 'status_unknown' }
        : { kind: 'deleted', receipt };
    }
    default:
      return intent;
  }
}

export function receiptIn({ code }: Pick<Known, 'code'>): Receipt | null {
  return code === null ? null : parseReceipt(code);
}

function reportOf(receipt: Receipt, { identity, reports }: TakeDependencies): Promise<Report | null> {
  return reports.get(reportIdOf(identity.receiptId, receipt));
}

/** In the fewest words: does any rule look broken, could an answer decide one, or neither. */
function verdictOf(content: ReportContent): Verdict {
  const findings = evaluate(caseFactsOf(content));
  if (findings.some(({ verdict }) => verdict === 'violation')) {
    return 'possible_violation';
  }
  return findings.some(({ question }) => question !== null) ? 'undetermined' : 'none_shown';
}
