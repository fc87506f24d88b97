import { createLambdaHttp, type LambdaHttpHandler } from '#shared/http/lambda-http.ts';
import { getAudit } from './audit.ts';
import { type ServeOffendersDependencies, withScope } from './dependencies.ts';
import { getExport, getExportFile, getExports } from './exports.ts';
import { getOffender, getOffenders } from './offenders.ts';

/** What regulators read: offenders, exports and their own audit trail. */
export function createHandler(deps: ServeOffendersDependencies): LambdaHttpHandler {
  return createLambdaHttp({
    routes: {
      'GET /v1/offenders': withScope('offenders', deps, (request, access) => getOffenders(request, access, deps)),
      'GET /v1/offenders/{id}': withScope('offenders', deps, (request, access) => getOffender(request, access, deps)),
      'GET /v1/exports': withScope('exports', deps, (request, access) => getExports(request, access, deps)),
      'GET /v1/exports/{id}': withScope('exports', deps, (request, access) => getExport(request, access, deps)),
      'GET /v1/exports/{id}/{file}': withScope('exports', deps, (request, access) =>
        getExportFile(request, access, deps),
      ),
      'GET /v1/audit': withScope('audit', deps, (request, access) => getAudit(request, access, deps)),
    },
    log: deps.log,
    ...(deps.originSecret === undefined ? {} : { originSecret: deps.originSecret }),
  });
}
