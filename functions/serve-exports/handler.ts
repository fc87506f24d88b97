import { createLambdaHttp, type LambdaHttpHandler } from '#shared/http/lambda-http.ts';
import { withScope } from '#shared/http/regulator-auth.ts';
import type { ServeExportsDependencies } from './dependencies.ts';
import { getExport, getExportFile, getExports } from './exports.ts';

/** Published exports: the list, their manifests, their files. */
export function createHandler(deps: ServeExportsDependencies): LambdaHttpHandler {
  return createLambdaHttp({
    routes: {
      'GET /v1/exports': withScope('exports', deps, getExports),
      'GET /v1/exports/{id}': withScope('exports', deps, getExport),
      'GET /v1/exports/{id}/{file}': withScope('exports', deps, getExportFile),
    },
    log: deps.log,
    ...(deps.originSecret === undefined ? {} : { originSecret: deps.originSecret }),
  });
}
