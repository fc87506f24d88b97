import { type FormFields, readForm } from '#shared/http/form-body.ts';
import type { RouteHandler } from '#shared/http/lambda-http.ts';
import type { HttpRequest, HttpResponse } from '#shared/http/message.ts';
import { isFromElsewhere } from '#shared/http/same-site.ts';
import type { PagesDependencies } from './dependencies.ts';
import { elsewherePage, faultPage, tooLargePage } from './pages/failures.ts';
import { languageCookie, type Page, visitFor } from './visit.ts';

/** A form of ours: the longest text three times over, percent-encoded, and every other field. */
const formLimit = 64 * 1024;

const noFields: FormFields = new Map();

/** A page as a route: reads the form, refuses those of other sites, and answers faults with a page, too. */
export function serve(page: Page, deps: PagesDependencies): RouteHandler {
  return async (request) => {
    try {
      return await answer(page, request, deps);
    } catch (error) {
      deps.log.error('page_failed', error, { route: request.route, requestId: request.requestId });
      return faultPage(visitFor(request, noFields, deps));
    }
  };
}

async function answer(page: Page, request: HttpRequest, deps: PagesDependencies): Promise<HttpResponse> {
  if (request.method !== 'POST') {
    const response = await page(visitFor(request, noFields, deps));
    return withHeaders(response, languageCookie(request, noFields));
  }
  // Behind the edge the HTTP API is reached by a name that browsers do not know.
  const ownHost = deps.originSecret === undefined ? (request.headers['host'] ?? null) : null;
  const plain = visitFor(request, noFields, deps);
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
      return withHeaders(await page(visitFor(request, form.fields, deps)), languageCookie(request, form.fields));
  }
}

function withHeaders(response: HttpResponse, headers: Readonly<Record<string, string>>): HttpResponse {
  return { ...response, headers: { ...response.headers, ...headers } };
}
