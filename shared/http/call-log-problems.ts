import type { LogFaultReason } from '#shared/intake/call-logs/log-fault.ts';
import type { HttpResponse } from './message.ts';
import { type FieldError, problem, problemResponse } from './problem.ts';

/** What was said about the log is not valid. */
export function invalidCallLogRequest(errors: readonly FieldError[]): HttpResponse {
  return problemResponse(problem(400, 'invalid-request', { errors }));
}

/** The file was refused. */
export function refusedCallLog(reason: LogFaultReason, detail: string): HttpResponse {
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
