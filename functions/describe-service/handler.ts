import { createLambdaHttp, type LambdaHttpHandler } from '#shared/http/lambda-http.ts';
import { jsonResponse } from '#shared/http/message.ts';
import type { Log } from '#shared/runtime/log.ts';
import { nowhere } from './nowhere.ts';

interface DescribeServiceDependencies {
  /** The OpenAPI 3.1 document. */
  readonly document: unknown;
  readonly log: Log;
  readonly originSecret?: () => Promise<string>;
}

/** Routes of this function that people look at. */
export const pageRoutes: readonly string[] = ['$default'];

/** GET /healthz (the process only, no store is asked), GET /openapi.json, and whatever is no route. */
export function createHandler({ document, log, originSecret }: DescribeServiceDependencies): LambdaHttpHandler {
  return createLambdaHttp({
    routes: {
      'GET /healthz': async () => jsonResponse(200, { status: 'ok' }),
      'GET /openapi.json': async () => jsonResponse(200, document, { 'cache-control': 'public, max-age=300' }),
      $default: nowhere,
    },
    log,
    ...(originSecret === undefined ? {} : { originSecret }),
  });
}
