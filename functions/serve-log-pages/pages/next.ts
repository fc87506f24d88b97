import type { HttpRequest } from '#shared/http/message.ts';
import { goneLogPage, isLogId, logForm } from '#shared/pages/call-logs/log-page.ts';
import { reportsPath, type SentRows } from '#shared/pages/call-logs/reports-path.ts';
import { readRows } from '#shared/pages/call-logs/row-ranges.ts';
import { openSent } from '#shared/pages/form-guard.ts';
import { seeOther } from '#shared/pages/layout.ts';
import { readChoice, usualChoice } from '../list/choice.ts';
import type { LogPage } from '../words.ts';
import { chosenCalls } from './listed-log.ts';

const mostRows = 1000;

/**
 * After reports were taken: on with the chosen calls that no form had room for, or, when there are none and the log has no
 * other part, the end of the file and of everything that was read from it.
 */
export const goOn: LogPage = async (visit) => {
  const { request, fields, deps } = visit;
  const id = request.parameters['id'] ?? '';
  if (!isLogId(id)) {
    return goneLogPage(visit);
  }
  const sent = sentRows(request);
  if (openSent(visit, logForm(id)).kind !== 'good') {
    return seeOther(reportsPath(id, 'reports', { ...sent, kept: true }));
  }
  const rest = new Set(readRows(fields.get('rest') ?? '', mostRows) ?? []);
  if (rest.size > 0) {
    const part = fields.get('part') ?? '';
    const read = await deps.uploads.read(id, part === '' ? undefined : part);
    if (read.kind !== 'page') {
      return seeOther(reportsPath(id, 'reports', { ...sent, left: rest.size }));
    }
    const chosen = read.page.calls.filter(({ row }) => rest.has(row));
    if (chosen.length > 0) {
      const choice = readChoice(fields) ?? usualChoice;
      return chosenCalls(visit, { id, part, page: read.page }, chosen, { choice, number: 1, done: [...sent.rows] });
    }
  }
  const kept = fields.get('goesOn') === 'yes' && fields.get('go') !== 'erase';
  if (!kept) {
    await deps.uploads.finish(id);
    deps.log.info('log_upload_finished');
  }
  return seeOther(reportsPath(id, 'reports', { ...sent, kept }));
};

function sentRows({ query }: HttpRequest): SentRows & { readonly rows: readonly number[] } {
  const count = (name: string) => Number(/^\d{1,4}$/.exec(query[name] ?? '')?.[0] ?? 0);
  return { rows: readRows(query['rows'] ?? '', mostRows) ?? [], left: count('left'), refused: count('refused') };
}
