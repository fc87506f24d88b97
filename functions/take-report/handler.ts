import { fieldErrors } from '#shared/http/field-errors.ts';
import { readJson } from '#shared/http/json-body.ts';
import { createLambdaHttp, type LambdaHttpHandler } from '#shared/http/lambda-http.ts';
import { type HttpRequest, type HttpResponse, jsonResponse } from '#shared/http/message.ts';
import { faultOf, type Problem, problem, problemResponse } from '#shared/http/problem.ts';
import { type AllowanceDependencies, takeWithinAllowance } from '#shared/report/allowance/take-within-allowance.ts';
import { reportInputSchema } from '#shared/report/report-input.ts';
import { composeView, type ViewDependencies, viewReport } from '#shared/report/report-view.ts';
import type { ReportView } from '#shared/report/report-view-schema.ts';
import type { Log } from '#shared/runtime/log.ts';

export interface TakeReportDependencies extends AllowanceDependencies, ViewDependencies {
  readonly log: Log;
  readonly originSecret?: () => Promise<string>;
}

/** CONTRACT section 2. */
const reportLimit = 64 * 1024;
const batchLimit = 512 * 1024;
const batchMost = 100;

type Answer =
  | { readonly kind: 'taken'; readonly view: ReportView; readonly repeated: boolean }
  | { readonly kind: 'problem'; readonly problem: Problem; readonly headers?: Readonly<Record<string, string>> };

/** POST /v1/reports and POST /v1/reports/batch. */
export function createHandler(deps: TakeReportDependencies): LambdaHttpHandler {
  const takeOne = async (body: unknown, idempotencyKey: string | undefined): Promise<Answer> => {
    const input = reportInputSchema.safeParse(body);
    if (!input.success) {
      return { kind: 'problem', problem: problem(400, 'invalid-request', { errors: fieldErrors(input.error, body) }) };
    }
    const outcome = await takeWithinAllowance(
      {
        input: input.data,
        channel: 'api',
        contactProof: 'none',
        ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
      },
      deps,
    );
    switch (outcome.kind) {
      case 'taken': {
        const subject = outcome.subject === null ? null : { summary: outcome.subject, included: false };
        return { kind: 'taken', view: composeView(outcome.receipt, outcome.report, subject, []), repeated: false };
      }
      case 'repeated':
        return { kind: 'taken', view: await viewReport(outcome.receipt, outcome.report, deps), repeated: true };
      case 'key_reused':
        return { kind: 'problem', problem: problem(422, 'idempotency-key-reused') };
      case 'too_many':
        return {
          kind: 'problem',
          problem: tooManyForLine,
          headers: { 'retry-after': String(outcome.retryAfterSeconds) },
        };
      case 'refused':
        return { kind: 'problem', problem: problem(400, 'invalid-request', { errors: outcome.faults }) };
    }
  };

  const post = async (request: HttpRequest): Promise<HttpResponse> => {
    const key = idempotencyKeyOf(request);
    const body = readJson(request, reportLimit);
    if (body.kind === 'refused' || key.kind === 'refused') {
      return body.kind === 'refused' ? body.response : refusedKey();
    }
    const answer = await takeOne(body.value, key.value);
    return answer.kind === 'problem'
      ? problemResponse(answer.problem, answer.headers)
      : jsonResponse(201, answer.view, {
          location: answer.view.statusUrl,
          ...(answer.repeated ? { 'idempotent-replayed': 'true' } : {}),
        });
  };

  const postBatch = async (request: HttpRequest): Promise<HttpResponse> => {
    const key = idempotencyKeyOf(request);
    const body = readJson(request, batchLimit);
    if (body.kind === 'refused' || key.kind === 'refused') {
      return body.kind === 'refused' ? body.response : refusedKey();
    }
    if (!Array.isArray(body.value) || body.value.length === 0 || body.value.length > batchMost) {
      const detail = `Send an array of 1 to ${batchMost} reports.`;
      return problemResponse(problem(400, 'invalid-request', { errors: [{ pointer: '', detail }] }));
    }
    const reports: readonly unknown[] = body.value;
    const results = await Promise.all(
      reports.map(async (report, index) => {
        const ownKey = key.value === undefined ? undefined : `${key.value}/${index}`;
        const answer =
          Buffer.byteLength(JSON.stringify(report)) > reportLimit
            ? tooLarge
            : // The others are durable: one that meets a fault must not take their receipts along.
              await takeOne(report, ownKey).catch((error: unknown): Answer => {
                deps.log.error('report_failed', error, { requestId: request.requestId, index });
                return { kind: 'problem', problem: faultOf(request.requestId) };
              });
        return answer.kind === 'problem'
          ? { status: answer.problem.status, problem: answer.problem }
          : { status: 201, report: answer.view };
      }),
    );
    return jsonResponse(207, results);
  };

  return createLambdaHttp({
    routes: { 'POST /v1/reports': post, 'POST /v1/reports/batch': postBatch },
    log: deps.log,
    ...(deps.originSecret === undefined ? {} : { originSecret: deps.originSecret }),
  });
}

const tooLarge: Answer = {
  kind: 'problem',
  problem: problem(413, 'too-large', { detail: `A report may have at most ${reportLimit} bytes.` }),
};

const tooManyForLine = problem(429, 'too-many-reports-for-line', {
  detail: 'This line has made as many reports as it can in one day. Send this one again after midnight (UTC).',
});

type Key = { readonly kind: 'key'; readonly value: string | undefined } | { readonly kind: 'refused' };

function idempotencyKeyOf(request: HttpRequest): Key {
  const value = request.headers['idempotency-key'];
  return value !== undefined && (value.length < 16 || value.length > 255)
    ? { kind: 'refused' }
    : { kind: 'key', value };
}

function refusedKey(): HttpResponse {
  return problemResponse(
    problem(400, 'idempotency-key-invalid', { detail: 'An Idempotency-Key has 16 to 255 characters.' }),
  );
}
