import { createLambdaHttp, type LambdaHttpHandler } from '#shared/http/lambda-http.ts';
import { withScope } from '#shared/http/regulator-auth.ts';
import { getAudit } from './audit.ts';
import type { ServeOffendersDependencies } from './dependencies.ts';
import { getOffender, getOffenders } from './offenders.ts';

/** What regulators read from the tables: offenders, and their own audit trail. */
export function createHandler(deps: ServeOffendersDependencies): LambdaHttpHandler {
  return createLambdaHttp({
    routes: {
      'GET /v1/offenders': withScope('offenders', deps, getOffenders),
      'GET /v1/offenders/{id}': withScope('offenders', deps, getOffender),
      'GET /v1/audit': withScope('audit', deps, getAudit),
    },
    log: deps.log,
    ...(deps.originSecret === undefined ? {} : { originSecret: deps.originSecret }),
  });
}
