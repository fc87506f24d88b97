import { createLambdaHttp, type LambdaHttpHandler } from '#shared/http/lambda-http.ts';
import { serve } from '#shared/pages/serve.ts';
import type { OwnPagesDependencies } from './dependencies.ts';
import { ownStatusPage } from './pages/own-status.ts';
import { withdraw, withdrawPage } from './pages/withdraw.ts';
import { type OwnPage, words } from './words.ts';

/** The pages that a receipt opens, as the HTTP API knows them. */
const pages: Readonly<Record<string, OwnPage>> = {
  'GET /r/{receipt}': ownStatusPage,
  'GET /r/{receipt}/withdraw': withdrawPage,
  'POST /r/{receipt}/withdraw': withdraw,
};

/** Every route that this function answers. */
export const pageRoutes: readonly string[] = Object.keys(pages);

export function createHandler(deps: OwnPagesDependencies): LambdaHttpHandler {
  const site = { deps, words };
  return createLambdaHttp({
    routes: Object.fromEntries(Object.entries(pages).map(([route, page]) => [route, serve(page, site)])),
    log: deps.log,
    ...(deps.originSecret === undefined ? {} : { originSecret: deps.originSecret }),
  });
}
