import type { LambdaHttpHandler } from '#shared/http/lambda-http.ts';
import { createPagesHandler } from '#shared/pages/pages-handler.ts';
import type { VerdictDependencies } from './dependencies.ts';
import { verdictPage } from './verdict.ts';
import { words } from './words.ts';

const route = 'GET /r/{receipt}/verdict';

/** Every route that this function answers. */
export const pageRoutes: readonly string[] = [route];

export function createHandler(deps: VerdictDependencies): LambdaHttpHandler {
  return createPagesHandler({ [route]: verdictPage }, { deps, words });
}
