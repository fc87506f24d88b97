import { createLambdaHttp, type LambdaHttpHandler } from '#shared/http/lambda-http.ts';
import { type ServeComplaintsDependencies, withAccess } from './dependencies.ts';
import { getComplaints } from './list.ts';
import { getComplaint, postEvent } from './one.ts';

/** A regulator's side of its complaints: list, take, answer. */
export function createHandler(deps: ServeComplaintsDependencies): LambdaHttpHandler {
  return createLambdaHttp({
    routes: {
      'GET /v1/complaints': withAccess(deps, getComplaints),
      'GET /v1/complaints/{id}': withAccess(deps, getComplaint),
      'POST /v1/complaints/{id}/events': withAccess(deps, postEvent),
    },
    log: deps.log,
    ...(deps.originSecret === undefined ? {} : { originSecret: deps.originSecret }),
  });
}
