import type { LambdaHttpHandler } from '#shared/http/lambda-http.ts';
import { createPagesHandler } from '#shared/pages/pages-handler.ts';
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
  return createPagesHandler(pages, { deps, words });
}
