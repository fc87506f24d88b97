import { createLambdaHttp, type LambdaHttpHandler } from '#shared/http/lambda-http.ts';
import type { PagesDependencies } from './dependencies.ts';
import { dataPage, regulatorsPage } from './pages/about.ts';
import { serveAsset } from './pages/asset.ts';
import { complaintPage, complaintStep } from './pages/complaint.ts';
import { correctPage, saveCorrection } from './pages/correct.ts';
import { homePage } from './pages/home.ts';
import { ownStatusPage } from './pages/own-status.ts';
import { reportForm, takeForm } from './pages/report.ts';
import { openStatus, statusForm } from './pages/status.ts';
import { answerPage, verdictPage } from './pages/verdict.ts';
import { withdraw, withdrawPage } from './pages/withdraw.ts';
import { serve } from './serve.ts';
import type { Page } from './visit.ts';

/** The pages for people, as the HTTP API knows them. */
const pages: Readonly<Record<string, Page>> = {
  'GET /': homePage,
  'GET /call': reportForm('call'),
  'POST /call': takeForm('call'),
  'GET /text': reportForm('text'),
  'POST /text': takeForm('text'),
  'GET /status': statusForm,
  'POST /status': openStatus,
  'GET /r/{receipt}': ownStatusPage,
  'GET /r/{receipt}/verdict': verdictPage,
  'POST /r/{receipt}/answer': answerPage,
  'GET /r/{receipt}/complaint': complaintPage,
  'POST /r/{receipt}/complaint': complaintStep,
  'GET /r/{receipt}/correct': correctPage,
  'POST /r/{receipt}/correct': saveCorrection,
  'GET /r/{receipt}/withdraw': withdrawPage,
  'POST /r/{receipt}/withdraw': withdraw,
  'GET /data': dataPage,
  'GET /regulators': regulatorsPage,
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
