import { createLambdaHttp, type LambdaHttpHandler } from '#shared/http/lambda-http.ts';
import { serve } from '#shared/pages/serve.ts';
import type { LogReportsDependencies } from './dependencies.ts';
import { receiptsFile, receiptsPage } from './receipts.ts';
import { takeCalls } from './take-calls.ts';
import { type ReportsPage, words } from './words.ts';

/** From the chosen calls of a log to their receipts. */
const pages: Readonly<Record<string, ReportsPage>> = {
  'POST /log/{id}/reports': takeCalls,
  'GET /log/{id}/reports': receiptsPage,
  'GET /log/{id}/receipts.txt': receiptsFile,
};

/** Every route that this function answers. */
export const pageRoutes: readonly string[] = Object.keys(pages);

export function createHandler(deps: LogReportsDependencies): LambdaHttpHandler {
  const site = { deps, words };
  return createLambdaHttp({
    routes: Object.fromEntries(Object.entries(pages).map(([route, page]) => [route, serve(page, site)])),
    log: deps.log,
    ...(deps.originSecret === undefined ? {} : { originSecret: deps.originSecret }),
  });
}
