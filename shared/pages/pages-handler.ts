import { createLambdaHttp, type LambdaHttpHandler, type RouteHandler } from '#shared/http/lambda-http.ts';
import type { GroupName } from './messages/messages.ts';
import { serve } from './serve.ts';
import type { Page, Site } from './visit.ts';

/** Pages by route behind one function; `more` are routes of it that answer no pages. */
export function createPagesHandler<G extends GroupName, D>(
  pages: Readonly<Record<string, Page<G, D>>>,
  site: Site<G, D>,
  more: Readonly<Record<string, RouteHandler>> = {},
): LambdaHttpHandler {
  const { log, originSecret } = site.deps;
  return createLambdaHttp({
    routes: {
      ...Object.fromEntries(Object.entries(pages).map(([route, page]) => [route, serve(page, site)])),
      ...more,
    },
    log,
    ...(originSecret === undefined ? {} : { originSecret }),
  });
}
