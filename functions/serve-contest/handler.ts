import type { LambdaHttpHandler } from '#shared/http/lambda-http.ts';
import { createPagesHandler } from '#shared/pages/pages-handler.ts';
import type { ContestDependencies } from './dependencies.ts';
import { contestForm, takeContest } from './pages/contest.ts';
import { contestedPage } from './pages/contested.ts';
import { type ContestPage, words } from './words.ts';

/** The pages of whoever is reported, as the HTTP API knows them. */
const pages: Readonly<Record<string, ContestPage>> = {
  'GET /contest': contestForm,
  'POST /contest': takeContest,
  'GET /contest/{reference}': contestedPage,
};

/** Every route that this function answers. */
export const pageRoutes: readonly string[] = Object.keys(pages);

export function createHandler(deps: ContestDependencies): LambdaHttpHandler {
  return createPagesHandler(pages, { deps, words });
}
