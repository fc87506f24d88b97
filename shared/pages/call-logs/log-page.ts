import { html } from '#shared/http/html.ts';
import type { HttpResponse } from '#shared/http/message.ts';
import { uploadName } from '#shared/intake/call-logs/uploads/upload-id.ts';
import { pageResponse } from '../layout.ts';
import type { GroupName } from '../messages/messages.ts';
import type { Visit } from '../visit.ts';

/** Whether this can be the id of a log; constant work, nothing is looked up. */
export function isLogId(id: string): boolean {
  return uploadName(id) !== null;
}

/** The form token of everything that is done with one log. */
export const logForm = (id: string) => `log ${id}`;

/** The idempotency key of a row's report: however often it is sent, it is one report. */
export const rowKey = (id: string, row: number) => `log/${id}/${row}`;

/** One answer for every log that is not here: never uploaded, reported, or too old (threat T14). */
export function goneLogPage<G extends GroupName>(visit: Visit<G | 'log'>): HttpResponse {
  const { m } = visit;
  return pageResponse(visit, {
    status: 404,
    title: m.log.goneTitle,
    address: '/log',
    body: html`<h1>${m.log.goneTitle}</h1>
<p class="lead">${m.log.gone}</p>
<p class="buttons"><a class="button" href="/log">${m.log.startAgain}</a></p>`,
  });
}
