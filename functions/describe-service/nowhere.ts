import { noFields } from '#shared/http/form-body.ts';
import type { RouteHandler } from '#shared/http/lambda-http.ts';
import { problem, problemResponse } from '#shared/http/problem.ts';
import { nowherePage } from '#shared/pages/failures.ts';
import { common, faults, notFound, nowhere as said } from '#shared/pages/messages/groups.ts';
import { wordsIn } from '#shared/pages/messages/words-in.ts';
import { languageCookie, languageFor } from '#shared/pages/visit.ts';

const groups = { common, faults, notFound, nowhere: said };
const words = wordsIn<keyof typeof groups>(groups);

/** Every address that is no route: people who look at it get a page, programs a problem. */
export const nowhere: RouteHandler = async (request) => {
  const looks = request.method === 'GET' && (request.headers['accept'] ?? '').includes('text/html');
  if (!looks) {
    return problemResponse(problem(404, 'not-found'));
  }
  const language = languageFor(request, noFields);
  const page = nowherePage({ request, language, m: words(language) });
  return { ...page, headers: { ...page.headers, ...languageCookie(request, noFields) } };
};
