import { fieldErrors } from '#shared/http/field-errors.ts';
import { readJson } from '#shared/http/json-body.ts';
import { createLambdaHttp, type LambdaHttpHandler } from '#shared/http/lambda-http.ts';
import { type HttpRequest, type HttpResponse, jsonResponse } from '#shared/http/message.ts';
import { problem, problemResponse } from '#shared/http/problem.ts';
import { amendReport, withdrawReport } from '#shared/report/amend-report.ts';
import type { ComplaintLetterReader, ReporterComplaint } from '#shared/report/ports.ts';
import { parseReceipt, type Receipt, reportIdOf } from '#shared/report/receipt.ts';
import type { Report } from '#shared/report/report.ts';
import { type ViewDependencies, viewReport } from '#shared/report/report-view.ts';
import type { TakeDependencies } from '#shared/report/take-report.ts';
import type { Log } from '#shared/runtime/log.ts';

export interface FollowReportDependencies extends TakeDependencies, ViewDependencies {
  readonly letters: ComplaintLetterReader;
  readonly log: Log;
  readonly originSecret?: () => Promise<string>;
}

const patchLimit = 64 * 1024;

/** One answer for unknown, expired and malformed receipts (threat T14). */
const notFound = (): HttpResponse => problemResponse(problem(404, 'not-found'));

const busy = (): HttpResponse =>
  problemResponse(
    problem(409, 'conflict', { detail: 'Others are changing this report at this moment. Send it again.' }),
  );

/** GET, PATCH and DELETE of /v1/reports/{receipt}, and the reporter's view of its complaints. */
export function createHandler(deps: FollowReportDependencies): LambdaHttpHandler {
  const idOf = (receipt: Receipt) => reportIdOf(deps.identity.receiptId, receipt);

  const withReport =
    (answer: (receipt: Receipt, report: Report, request: HttpRequest) => Promise<HttpResponse>) =>
    async (request: HttpRequest): Promise<HttpResponse> => {
      const receipt = parseReceipt(request.parameters['receipt'] ?? '');
      const report = receipt === null ? null : await deps.reports.get(idOf(receipt));
      return receipt === null || report === null ? notFound() : await answer(receipt, report, request);
    };

  const get = withReport(async (receipt, report) => jsonResponse(200, await viewReport(receipt, report, deps)));

  const patch = async (request: HttpRequest): Promise<HttpResponse> => {
    const receipt = parseReceipt(request.parameters['receipt'] ?? '');
    if (receipt === null) {
      return notFound();
    }
    const body = readJson(request, patchLimit, ['application/merge-patch+json', 'application/json']);
    if (body.kind === 'refused') {
      return body.response;
    }
    const outcome = await amendReport(idOf(receipt), body.value, deps);
    switch (outcome.kind) {
      case 'amended':
        return jsonResponse(200, await viewReport(receipt, outcome.report, deps));
      case 'unknown':
        return notFound();
      case 'withdrawn':
        return problemResponse(problem(409, 'withdrawn', { detail: 'A withdrawn report cannot be corrected.' }));
      case 'busy':
        return busy();
      case 'exhausted':
        return problemResponse(problem(409, 'conflict', { detail: 'This report was corrected too often.' }));
      case 'not_a_report':
        return problemResponse(problem(400, 'invalid-request', { errors: fieldErrors(outcome.error) }));
      case 'refused':
        return problemResponse(problem(400, 'invalid-request', { errors: outcome.faults }));
    }
  };

  const remove = async (request: HttpRequest): Promise<HttpResponse> => {
    const receipt = parseReceipt(request.parameters['receipt'] ?? '');
    const outcome = receipt === null ? null : await withdrawReport(idOf(receipt), deps);
    switch (outcome?.kind) {
      case 'withdrawn':
        return { status: 204, headers: {} };
      case 'busy':
        return busy();
      default:
        return notFound();
    }
  };

  const withComplaint = (answer: (complaint: ReporterComplaint) => HttpResponse) =>
    withReport(async (_receipt, report, request) => {
      const complaint = await deps.letters.complaintOf(report.id, request.parameters['id'] ?? '');
      return complaint === null ? notFound() : answer(complaint);
    });

  return createLambdaHttp({
    routes: {
      'GET /v1/reports/{receipt}': get,
      'PATCH /v1/reports/{receipt}': patch,
      'DELETE /v1/reports/{receipt}': remove,
      'GET /v1/reports/{receipt}/complaints/{id}': withComplaint((complaint) => jsonResponse(200, complaint)),
      'GET /v1/reports/{receipt}/complaints/{id}/letter.txt': withComplaint(({ id, letter }) => ({
        status: 200,
        headers: {
          'content-type': 'text/plain; charset=utf-8',
          'content-disposition': `attachment; filename="complaint-${id}.txt"`,
        },
        body: letter,
      })),
    },
    log: deps.log,
    ...(deps.originSecret === undefined ? {} : { originSecret: deps.originSecret }),
  });
}
