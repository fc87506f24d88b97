import type { LambdaHttpHandler } from '#shared/http/lambda-http.ts';
import { createPagesHandler } from '#shared/pages/pages-handler.ts';
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
  return createPagesHandler(pages, { deps, words });
}
