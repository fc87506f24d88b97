import { createLambdaHttp, type LambdaHttpHandler } from '#shared/http/lambda-http.ts';
import { serve } from '#shared/pages/serve.ts';
import type { OwnPagesDependencies } from './dependencies.ts';
import { complaintPage, complaintStep } from './pages/complaint.ts';
import { ownStatusPage } from './pages/own-status.ts';
import { askForProof, confirmLink, linkPage } from './pages/proof.ts';
import { withdraw, withdrawPage } from './pages/withdraw.ts';
import { type OwnPage, words } from './words.ts';

/** The pages that a receipt opens, as the HTTP API knows them. */
const pages: Readonly<Record<string, OwnPage>> = {
  'GET /r/{receipt}': ownStatusPage,
  'GET /r/{receipt}/complaint': complaintPage,
  'POST /r/{receipt}/complaint': complaintStep,
  'POST /r/{receipt}/proof': askForProof,
  'GET /r/proof/{token}': linkPage,
  'POST /r/proof/{token}': confirmLink,
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
