import { invalidCallLogRequest, refusedCallLog } from '#shared/http/call-log-problems.ts';
import { readCursorQuery, readHintsQuery } from '#shared/http/call-log-query.ts';
import { createLambdaHttp, type LambdaHttpHandler } from '#shared/http/lambda-http.ts';
import { type HttpRequest, type HttpResponse, jsonResponse } from '#shared/http/message.ts';
import { problem, problemResponse } from '#shared/http/problem.ts';
import type { CallLogUploads } from '#shared/intake/call-logs/uploads/call-log-uploads.ts';
import type { Log } from '#shared/runtime/log.ts';

export interface TakeCallLogUploadDependencies {
  readonly uploads: Pick<CallLogUploads, 'open' | 'read'>;
  readonly log: Log;
  readonly originSecret?: () => Promise<string>;
}

/** Between two looks at a log that is being read. */
const secondsToWait = '2';

/** POST /v1/call-logs/uploads and GET /v1/call-logs/{id} */
export function createHandler({ uploads, log, originSecret }: TakeCallLogUploadDependencies): LambdaHttpHandler {
  const open = async (request: HttpRequest): Promise<HttpResponse> => {
    const query = readHintsQuery(request.query);
    if (query.kind === 'invalid') {
      return invalidCallLogRequest(query.errors);
    }
    const outcome = await uploads.open(query.request, { keepFile: false, redirect: null });
    if (outcome.kind === 'invalid') {
      return invalidCallLogRequest(outcome.faults);
    }
    log.info('call_log_upload_opened');
    return jsonResponse(201, outcome.form, { location: `/v1/call-logs/${outcome.form.id}` });
  };

  const read = async (request: HttpRequest): Promise<HttpResponse> => {
    const query = readCursorQuery(request.query);
    if (query.kind === 'invalid') {
      return invalidCallLogRequest(query.errors);
    }
    const outcome = await uploads.read(request.parameters['id'] ?? '', query.request.cursor);
    switch (outcome.kind) {
      case 'waiting':
        return jsonResponse(202, { status: 'waiting' }, { 'retry-after': secondsToWait });
      case 'page':
        return jsonResponse(200, outcome.page);
      case 'failed':
        return refusedCallLog(outcome.reason, outcome.detail);
      case 'invalid':
        return invalidCallLogRequest(outcome.faults);
      case 'unknown':
        return problemResponse(problem(404, 'not-found'));
    }
  };

  return createLambdaHttp({
    routes: { 'POST /v1/call-logs/uploads': open, 'GET /v1/call-logs/{id}': read },
    log,
    ...(originSecret === undefined ? {} : { originSecret }),
  });
}
