import { noFields, readForm } from '#shared/http/form-body.ts';
import type { RouteHandler } from '#shared/http/lambda-http.ts';
import type { HttpRequest, HttpResponse } from '#shared/http/message.ts';
import { isFromElsewhere } from '#shared/http/same-site.ts';
import { elsewherePage, faultPage, tooLargePage } from './failures.ts';
import type { GroupName } from './messages/messages.ts';
import { languageCookie, type Page, type Site, visitFor } from './visit.ts';

/** A form of ours: the longest text three times over, percent-encoded, and every other field. */
const formLimit = 64 * 1024;

/** A page as a route: reads the form, refuses those of other sites, and answers faults with a page, too. */
export function serve<G extends GroupName, D>(page: Page<G, D>, site: Site<G, D>): RouteHandler {
  return async (request) => {
    try {
      return await answer(page, request, site);
    } catch (error) {
      site.deps.log.error('page_failed', error, { route: request.route, requestId: request.requestId });
      return faultPage(visitFor(request, noFields, site));
    }
  };
}

async function answer<G extends GroupName, D>(
  page: Page<G, D>,
  request: HttpRequest,
  site: Site<G, D>,
): Promise<HttpResponse> {
  if (request.method !== 'POST') {
    const response = await page(visitFor(request, noFields, site));
    return withHeaders(response, languageCookie(request, noFields));
  }
  // Behind the edge the HTTP API is reached by a name that browsers do not know.
  const ownHost = site.deps.originSecret === undefined ? (request.headers['host'] ?? null) : null;
  const plain = visitFor(request, noFields, site);
  if (isFromElsewhere(request, ownHost)) {
    return elsewherePage(plain);
  }
  const form = readForm(request, formLimit);
  switch (form.kind) {
    case 'too_large':
      return tooLargePage(plain);
    case 'not_a_form':
      return elsewherePage(plain);
    case 'form':
      return withHeaders(await page(visitFor(request, form.fields, site)), languageCookie(request, form.fields));
  }
}

function withHeaders(response: HttpResponse, headers: Readonly<Record<string, string>>): HttpResponse {
  return { ...response, headers: { ...response.headers, ...headers } };
}
