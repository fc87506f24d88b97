import { createLambdaHttp, type LambdaHttpHandler } from '#shared/http/lambda-http.ts';
import { withScope } from '#shared/http/regulator-auth.ts';
import type { ServeComplaintsDependencies } from './dependencies.ts';
import { getComplaints } from './list.ts';
import { getComplaint, postEvent } from './one.ts';

/** A regulator's side of its complaints: list, take, answer. */
export function createHandler(deps: ServeComplaintsDependencies): LambdaHttpHandler {
  return createLambdaHttp({
    routes: {
      'GET /v1/complaints': withScope('complaints', deps, getComplaints),
      'GET /v1/complaints/{id}': withScope('complaints', deps, getComplaint),
      'POST /v1/complaints/{id}/events': withScope('complaints', deps, postEvent),
    },
    log: deps.log,
    ...(deps.originSecret === undefined ? {} : { originSecret: deps.originSecret }),
  });
}
