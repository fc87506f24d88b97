import type { HttpResponse } from '#shared/http/message.ts';
import { isTimeZone } from '#shared/law/time-zone.ts';
import { choiceAfter, choiceFields, listPath } from '#shared/pages/call-logs/choice.ts';
import { goneLogPage, isLogId, logForm } from '#shared/pages/call-logs/log-page.ts';
import { openSent } from '#shared/pages/form-guard.ts';
import { written } from '#shared/pages/forms/written.ts';
import { seeOther } from '#shared/pages/layout.ts';
import type { UploadPage } from '../words.ts';

/** Has the log read again by the clocks of a zone, and goes back to the list with its ticks. */
export const saveZone: UploadPage = async (visit) => {
  const { request, fields, deps } = visit;
  const id = request.parameters['id'] ?? '';
  if (!isLogId(id)) {
    return goneLogPage(visit);
  }
  if (openSent(visit, logForm(id)).kind !== 'good') {
    return backToList(id, '');
  }
  const timeZone = written(fields, 'zone');
  if (timeZone === undefined || !isTimeZone(timeZone)) {
    return backToList(id, 'missing');
  }
  const part = fields.get('part') ?? '';
  const read = await deps.uploads.read(id, part === '' ? undefined : part);
  const choice = read.kind === 'page' ? choiceAfter(visit, read.page.calls) : null;
  if (choice === null) {
    return backToList(id, '');
  }
  const list = listPath(id, new Map([...fields, ...choiceFields(choice)]));
  if (list === null) {
    return backToList(id, 'tooMany');
  }
  const { kind } = await deps.uploads.reread(id, { timeZone });
  switch (kind) {
    case 'reading':
      return seeOther(list);
    case 'unknown':
      return goneLogPage(visit);
    case 'too_often':
      return backToList(id, 'tooOften');
    case 'gone':
    case 'invalid':
      return backToList(id, kind === 'gone' ? 'gone' : 'missing');
  }
};

/** The browser sends the form once more, to the list, which keeps its ticks and says why (RFC 9110, 15.4.8). */
function backToList(id: string, why: '' | 'missing' | 'gone' | 'tooOften' | 'tooMany'): HttpResponse {
  return { ...seeOther(`/log/${id}${why === '' ? '' : `?zone=${why}`}`), status: 307 };
}
