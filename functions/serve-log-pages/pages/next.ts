import { emptyChoice, readChoice } from '#shared/pages/call-logs/choice.ts';
import { goneLogPage, logForm } from '#shared/pages/call-logs/log-page.ts';
import { mostSent, reportsPath, type SentRows, sentRows } from '#shared/pages/call-logs/reports-path.ts';
import { readRows } from '#shared/pages/call-logs/row-ranges.ts';
import { openSent } from '#shared/pages/form-guard.ts';
import { seeOther } from '#shared/pages/layout.ts';
import type { LogPage } from '../words.ts';
import { chosenCalls } from './listed-log.ts';

/**
 * After reports were taken: on with the chosen calls that no form had room for, or, when there are none and the log has no
 * other part, the end of the file and of everything that was read from it.
 */
export const goOn: LogPage = async (visit) => {
  const { request, fields, deps } = visit;
  const id = request.parameters['id'] ?? '';
  const sent = sentRows(deps.formHash, id, request.query);
  if (sent === null) {
    return goneLogPage(visit);
  }
  const receipts = (more: Partial<SentRows>) =>
    seeOther(reportsPath(deps.formHash, id, 'reports', { ...sent, ...more }));
  if (openSent(visit, logForm(id)).kind !== 'good') {
    return receipts({ kept: true });
  }
  const rest = new Set(readRows(fields.get('rest') ?? '', mostSent) ?? []);
  if (rest.size > 0) {
    const part = fields.get('part') ?? '';
    const read = await deps.uploads.read(id, part === '' ? undefined : part);
    if (read.kind !== 'page') {
      return receipts({ left: sent.left + rest.size, kept: read.kind !== 'unknown' });
    }
    const chosen = read.page.calls.filter(({ row }) => rest.has(row));
    if (chosen.length > 0) {
      const choice = readChoice(fields) ?? emptyChoice;
      const before = { done: sent.rows, refused: sent.refused };
      return chosenCalls(visit, { id, part, page: read.page }, chosen, { choice, number: 1, ...before });
    }
  }
  const kept = fields.get('goesOn') === 'yes' && fields.get('go') !== 'erase';
  if (!kept) {
    await deps.uploads.finish(id);
    deps.log.info('log_upload_finished');
  }
  return receipts({ kept });
};
