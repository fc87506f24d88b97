import { createLambdaHttp, type LambdaHttpHandler } from '#shared/http/lambda-http.ts';
import { serve } from '#shared/pages/serve.ts';
import type { VerdictDependencies } from './dependencies.ts';
import { verdictPage } from './verdict.ts';
import { words } from './words.ts';

const route = 'GET /r/{receipt}/verdict';

/** Every route that this function answers. */
export const pageRoutes: readonly string[] = [route];

export function createHandler(deps: VerdictDependencies): LambdaHttpHandler {
  return createLambdaHttp({
    routes: { [route]: serve(verdictPage, { deps, words }) },
    log: deps.log,
    ...(deps.originSecret === undefined ? {} : { originSecret: deps.originSecret }),
  });
}
