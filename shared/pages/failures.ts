import { html } from '#shared/http/html.ts';
import type { HttpResponse } from '#shared/http/message.ts';
import { pageResponse } from './layout.ts';
import type { Shown, Visit } from './visit.ts';

/** There is no page at the address, in the words of a browser; programs get a problem. */
export function nowherePage(shown: Shown<'nowhere'>): HttpResponse {
  const { m } = shown;
  return failure(shown, 404, m.notFound.title, m.nowhere.lead, '/');
}

/** One answer for every receipt that opens nothing (threat T14). */
export function notFoundPage(visit: Visit): HttpResponse {
  const { m } = visit;
  return failure(visit, 404, m.notFound.title, m.notFound.lead, '/status');
}

export function elsewherePage(visit: Visit): HttpResponse {
  const { m } = visit;
  return failure(visit, 403, m.faults.elsewhereTitle, m.faults.elsewhere, '/');
}

export function tooLargePage(visit: Visit): HttpResponse {
  const { m } = visit;
  return failure(visit, 413, m.faults.tooLargeTitle, m.faults.tooLarge, '/');
}

export function faultPage(visit: Visit): HttpResponse {
  const { m, request } = visit;
  return pageResponse(visit, {
    status: 500,
    title: m.faults.title,
    body: html`<h1>${m.faults.title}</h1>
<p class="lead">${m.faults.lead} <code>${request.requestId}</code></p>`,
  });
}

function failure(visit: Shown, status: number, title: string, lead: string, way: '/' | '/status'): HttpResponse {
  const { m } = visit;
  const name = way === '/' ? m.common.home : m.common.follow;
  return pageResponse(visit, {
    status,
    title,
    body: html`<h1>${title}</h1>
<p class="lead">${lead}</p>
<p class="buttons"><a class="button" href="${way}">${name}</a></p>`,
  });
}
