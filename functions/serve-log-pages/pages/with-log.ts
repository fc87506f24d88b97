import type { FormFields } from '#shared/http/form-body.ts';
import { html } from '#shared/http/html.ts';
import type { HttpRequest, HttpResponse } from '#shared/http/message.ts';
import type { LogFaultReason } from '#shared/intake/call-logs/log-fault.ts';
import type { CallLogPage } from '#shared/intake/call-logs/read-call-log.ts';
import { listPath } from '#shared/pages/call-logs/choice.ts';
import { goneLogPage } from '#shared/pages/call-logs/log-page.ts';
import { pageResponse, seeOther } from '#shared/pages/layout.ts';
import type { LogPage, LogVisit } from '../words.ts';

/** A part of a log as it was read: the whole of it, unless it has many thousands of rows. */
export interface ListedLog {
  readonly id: string;
  /** Where the part begins; empty for the first. */
  readonly part: string;
  readonly page: CallLogPage;
}

/** How long until the page looks again by itself, in seconds; longer each time. */
const pauses = [2, 2, 3, 5, 8, 13, 20];
/** For so many looks (some twenty seconds) another file's answer is not taken for that of the file that was just sent. */
const looksForFile = 5;
/** After so many minutes without a file it will not come: the form for it is good for a quarter of an hour. */
const longMinutes = 5;

/** A page about a log that has been read; the others are told that it is not, not yet, or not one. */
export function withLog(page: (visit: LogVisit, log: ListedLog) => Promise<HttpResponse> | HttpResponse): LogPage {
  return async (visit) => {
    const { request, fields, deps } = visit;
    const id = request.parameters['id'] ?? '';
    const part = fields.get('part') ?? request.query['part'] ?? '';
    const read = await deps.uploads.read(id, part === '' ? undefined : part, sentFile(visit));
    switch (read.kind) {
      case 'page':
        return page(visit, { id, part, page: read.page });
      case 'waiting':
        return waitingPage(visit, id, read.openedAt);
      case 'failed':
        return refusedPage(visit, read.reason);
      case 'invalid':
        // The log was read anew, and its parts begin elsewhere.
        return seeOther(
          listPath(id, withoutPart(request.method === 'GET' ? queryOf(request) : fields)) ?? `/log/${id}`,
        );
      case 'unknown':
        return goneLogPage(visit);
    }
  };
}

/** S3 sends the browser back with the tag of what it took: after a wrong file, the answer to that is not shown once more. */
function sentFile({ request: { method, query } }: LogVisit): string | undefined {
  const tag = method === 'GET' ? (query['etag'] ?? '').replaceAll('"', '') : '';
  return tag !== '' && Number(query['look'] ?? 0) < looksForFile ? tag : undefined;
}

const queryOf = ({ query }: HttpRequest): FormFields => new Map(Object.entries(query));

const withoutPart = (fields: FormFields): FormFields => new Map([...fields].filter(([name]) => name !== 'part'));

/** Looks again by itself, less and less often, until it is told to; without scripts, too. */
function waitingPage(visit: LogVisit, id: string, openedAt: string): HttpResponse {
  const { m, request, deps } = visit;
  const query = new URLSearchParams(request.method === 'GET' ? request.query : {});
  const looks = Math.min(Number(/^\d{1,4}$/.exec(query.get('look') ?? '0')?.[0] ?? 0), 1000);
  const long = deps.clock().getTime() - Date.parse(openedAt) > longMinutes * 60_000;
  const known = ['part', 'page', 'start', 'changed', ...(looks < looksForFile ? ['etag'] : [])];
  const again = new URLSearchParams([...query].filter(([name]) => known.includes(name)));
  again.set('look', String(looks + 1));
  const address = `/log/${id}?${again}`;
  const page = pageResponse(visit, {
    title: m.logList.waitingTitle,
    address: `/log/${id}`,
    body: html`<h1>${m.logList.waitingTitle}</h1>
<p class="lead">${long ? m.logList.waitingLong : m.logList.waiting}</p>
<p class="buttons"><a class="button" href="${address}">${m.logList.lookAgain}</a>${long && html`<a href="/log">${m.log.startAgain}</a>`}</p>`,
  });
  const pause = pauses[Math.min(looks, pauses.length - 1)] ?? 20;
  return long ? page : { ...page, headers: { ...page.headers, refresh: `${pause}; url=${address}` } };
}

function refusedPage(visit: LogVisit, reason: LogFaultReason): HttpResponse {
  const { m } = visit;
  return pageResponse(visit, {
    title: m.logList.refusedTitle,
    status: 422,
    failed: true,
    address: visit.request.path,
    body: html`<h1>${m.logList.refusedTitle}</h1>
<p class="lead">${m.logFaults[reason]}</p>
<p class="buttons"><a class="button" href="/log">${m.log.startAgain}</a></p>
<p class="hint">${m.log.notKept}</p>`,
  });
}
