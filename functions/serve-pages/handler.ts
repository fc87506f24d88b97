import { createLambdaHttp, type LambdaHttpHandler } from '#shared/http/lambda-http.ts';
import type { PagesDependencies } from './dependencies.ts';
import { serveAsset } from './pages/asset.ts';
import { homePage } from './pages/home.ts';
import { reportForm, takeForm } from './pages/report.ts';
import { answerPage, verdictPage } from './pages/verdict.ts';
import { serve } from './serve.ts';
import type { Page } from './visit.ts';

/** The pages for people, as the HTTP API knows them. */
const pages: Readonly<Record<string, Page>> = {
  'GET /': homePage,
  'GET /call': reportForm('call'),
  'POST /call': takeForm('call'),
  'GET /text': reportForm('text'),
  'POST /text': takeForm('text'),
  'GET /r/{receipt}/verdict': verdictPage,
  'POST /r/{receipt}/answer': answerPage,
};

const assetRoute = 'GET /assets/{version}/{name}';

/** Every route that this function answers. */
export const pageRoutes: readonly string[] = [...Object.keys(pages), assetRoute];

export function createHandler(deps: PagesDependencies): LambdaHttpHandler {
  return createLambdaHttp({
    routes: {
      ...Object.fromEntries(Object.entries(pages).map(([route, page]) => [route, serve(page, deps)])),
      [assetRoute]: serveAsset,
    },
    log: deps.log,
    ...(deps.originSecret === undefined ? {} : { originSecret: deps.originSecret }),
  });
}
