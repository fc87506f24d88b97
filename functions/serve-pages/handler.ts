import type { LambdaHttpHandler } from '#shared/http/lambda-http.ts';
import { createPagesHandler } from '#shared/pages/pages-handler.ts';
import type { PagesDependencies } from './dependencies.ts';
import { takeAnswer } from './pages/answer.ts';
import { serveAsset } from './pages/asset.ts';
import { correctPage, saveCorrection } from './pages/correct.ts';
import { homePage } from './pages/home.ts';
import { reportForm, takeForm } from './pages/report.ts';
import { openStatus, statusForm } from './pages/status.ts';
import { type FormPage, words } from './words.ts';

/** The pages before there is a report, and those that take one, as the HTTP API knows them. */
const pages: Readonly<Record<string, FormPage>> = {
  'GET /': homePage,
  'GET /call': reportForm('call'),
  'POST /call': takeForm('call'),
  'GET /text': reportForm('text'),
  'POST /text': takeForm('text'),
  'GET /status': statusForm,
  'POST /status': openStatus,
  'POST /r/{receipt}/answer': takeAnswer,
  'GET /r/{receipt}/correct': correctPage,
  'POST /r/{receipt}/correct': saveCorrection,
};

const assetRoute = 'GET /assets/{version}/{name}';

/** Every route that this function answers. */
export const pageRoutes: readonly string[] = [...Object.keys(pages), assetRoute];

export function createHandler(deps: PagesDependencies): LambdaHttpHandler {
  return createPagesHandler(pages, { deps, words }, { [assetRoute]: serveAsset });
}
