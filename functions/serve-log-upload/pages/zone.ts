import { isTimeZone } from '#shared/law/time-zone.ts';
import { goneLogPage, logForm } from '#shared/pages/call-logs/log-page.ts';
import { openSent } from '#shared/pages/form-guard.ts';
import { written } from '#shared/pages/forms/written.ts';
import { seeOther } from '#shared/pages/layout.ts';
import type { UploadPage } from '../words.ts';

/** Longer than what a hand changes before it comes to the question for the zone. */
const mostInAddress = 4000;

/** Has the log read again by the clocks of a zone, and goes back to the list with its ticks. */
export const saveZone: UploadPage = async (visit) => {
  const { request, fields, deps } = visit;
  const id = request.parameters['id'] ?? '';
  const ticks = new URLSearchParams({
    start: fields.get('start') ?? '',
    changed: fields.get('changed') ?? '',
  }).toString();
  const list = `/log/${id}${ticks.length > mostInAddress ? '' : `?${ticks}`}`;
  const timeZone = written(fields, 'zone');
  if (openSent(visit, logForm(id)).kind !== 'good' || timeZone === undefined || !isTimeZone(timeZone)) {
    return seeOther(list);
  }
  const { kind } = await deps.uploads.reread(id, { timeZone });
  return kind === 'unknown' ? goneLogPage(visit) : seeOther(list);
};
