import type { LambdaHttpHandler } from '#shared/http/lambda-http.ts';
import { createPagesHandler } from '#shared/pages/pages-handler.ts';
import type { ComplaintPagesDependencies } from './dependencies.ts';
import { complaintPage, complaintStep } from './pages/complaint.ts';
import { askForProof, confirmLink, linkPage } from './pages/proof.ts';
import { type ComplaintPage, words } from './words.ts';

/** The pages that make a report a complaint, as the HTTP API knows them. */
const pages: Readonly<Record<string, ComplaintPage>> = {
  'GET /r/{receipt}/complaint': complaintPage,
  'POST /r/{receipt}/complaint': complaintStep,
  'POST /r/{receipt}/proof': askForProof,
  'GET /r/proof/{token}': linkPage,
  'POST /r/proof/{token}': confirmLink,
};

/** Every route that this function answers. */
export const pageRoutes: readonly string[] = Object.keys(pages);

export function createHandler(deps: ComplaintPagesDependencies): LambdaHttpHandler {
  return createPagesHandler(pages, { deps, words });
}
