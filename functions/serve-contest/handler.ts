import type { LambdaHttpHandler } from '#shared/http/lambda-http.ts';
import { createPagesHandler } from '#shared/pages/pages-handler.ts';
import type { ContestDependencies } from './dependencies.ts';
import { dataPage, regulatorsPage } from './pages/about.ts';
import { contestForm, takeContest } from './pages/contest.ts';
import { contestedPage } from './pages/contested.ts';
import { type ContestPage, words } from './words.ts';

/** The pages of whoever is reported, and those that only tell something, as the HTTP API knows them. */
const pages: Readonly<Record<string, ContestPage>> = {
  'GET /contest': contestForm,
  'POST /contest': takeContest,
  'GET /contest/{reference}': contestedPage,
  'GET /data': dataPage,
  'GET /regulators': regulatorsPage,
};

/** Every route that this function answers. */
export const pageRoutes: readonly string[] = Object.keys(pages);

export function createHandler(deps: ContestDependencies): LambdaHttpHandler {
  return createPagesHandler(pages, { deps, words });
}
