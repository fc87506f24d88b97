import { fieldErrors } from '#shared/http/field-errors.ts';
import { createLambdaHttp, type LambdaHttpHandler } from '#shared/http/lambda-http.ts';
import { type HttpRequest, type HttpResponse, jsonResponse } from '#shared/http/message.ts';
import { type FieldError, problem, problemResponse } from '#shared/http/problem.ts';
import type { LogFaultReason } from '#shared/intake/call-logs/log-fault.ts';
import { type ReadCallLogDependencies, readCallLog } from '#shared/intake/call-logs/read-call-log.ts';
import type { Log } from '#shared/runtime/log.ts';
import { callLogQuerySchema, readMapping } from './query.ts';

export interface ReadCallLogHandlerDependencies extends ReadCallLogDependencies {
  readonly log: Log;
  readonly originSecret?: () => Promise<string>;
}

/** POST /v1/call-logs */
export function createHandler(deps: ReadCallLogHandlerDependencies): LambdaHttpHandler {
  const post = async (request: HttpRequest): Promise<HttpResponse> => {
    const query = callLogQuerySchema.safeParse(request.query);
    if (!query.success) {
      return invalid(fieldErrors(query.error));
    }
    const { mapping: mappingText, inbound, ...asked } = query.data;
    const read = readMapping(mappingText);
    if (read.kind === 'invalid') {
      const faults = read.error === null ? [{ pointer: '', detail: 'Send JSON.' }] : fieldErrors(read.error);
      return invalid(faults.map(({ pointer, detail }) => ({ pointer: `/mapping${pointer}`, detail })));
    }
    const contexts = inbound?.split(',').filter((name) => name !== '');
    const outcome = await readCallLog(request.body, { ...asked, mapping: read.mapping, inbound: contexts }, deps);
    switch (outcome.kind) {
      case 'read': {
        const { format, rows, calls, skipped, complete } = outcome.page;
        deps.log.info('call_log_read', { format, rows, calls: calls.length, skipped: skipped.length, complete });
        return jsonResponse(200, outcome.page);
      }
      case 'invalid':
        return invalid(outcome.faults);
      case 'refused':
        deps.log.info('call_log_refused', { reason: outcome.reason });
        return refused(outcome.reason, outcome.detail);
    }
  };

  return createLambdaHttp({
    routes: { 'POST /v1/call-logs': post },
    log: deps.log,
    ...(deps.originSecret === undefined ? {} : { originSecret: deps.originSecret }),
  });
}

function invalid(errors: readonly FieldError[]): HttpResponse {
  return problemResponse(problem(400, 'invalid-request', { errors }));
}

function refused(reason: LogFaultReason, detail: string): HttpResponse {
  switch (reason) {
    case 'too_large':
    case 'too_many_rows':
    case 'bomb':
      return problemResponse(problem(413, 'too-large', { detail }));
    case 'oversized':
    case 'declarations':
      return problemResponse(problem(422, 'unsafe-file', { detail }));
    case 'not_a_log':
    case 'empty':
    case 'binary':
    case 'archive':
    case 'damaged':
      return problemResponse(problem(415, 'not-a-call-log', { detail }));
  }
}
