import { invalidCallLogRequest, refusedCallLog } from '#shared/http/call-log-problems.ts';
import { readPagedQuery } from '#shared/http/call-log-query.ts';
import { createLambdaHttp, type LambdaHttpHandler } from '#shared/http/lambda-http.ts';
import { type HttpRequest, type HttpResponse, jsonResponse } from '#shared/http/message.ts';
import { type ReadCallLogDependencies, readCallLog } from '#shared/intake/call-logs/read-call-log.ts';
import type { Log } from '#shared/runtime/log.ts';

export interface ReadCallLogHandlerDependencies extends ReadCallLogDependencies {
  readonly log: Log;
  readonly originSecret?: () => Promise<string>;
}

/** POST /v1/call-logs */
export function createHandler(deps: ReadCallLogHandlerDependencies): LambdaHttpHandler {
  const post = async (request: HttpRequest): Promise<HttpResponse> => {
    const query = readPagedQuery(request.query);
    if (query.kind === 'invalid') {
      return invalidCallLogRequest(query.errors);
    }
    const outcome = await readCallLog(request.body, query.request, deps);
    switch (outcome.kind) {
      case 'read': {
        const { format, rows, calls, skipped, complete } = outcome.page;
        deps.log.info('call_log_read', { format, rows, calls: calls.length, skipped: skipped.length, complete });
        return jsonResponse(200, outcome.page);
      }
      case 'invalid':
        return invalidCallLogRequest(outcome.faults);
      case 'refused':
        deps.log.info('call_log_refused', { reason: outcome.reason });
        return refusedCallLog(outcome.reason, outcome.detail);
    }
  };

  return createLambdaHttp({
    routes: { 'POST /v1/call-logs': post },
    log: deps.log,
    ...(deps.originSecret === undefined ? {} : { originSecret: deps.originSecret }),
  });
}
