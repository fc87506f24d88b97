import type { Access } from '#shared/access/open-with-key.ts';
import { isComplaintId } from '#shared/complaint/complaint-id.ts';
import { regulatorEventSchema } from '#shared/complaint/complaint-schemas.ts';
import { complaintStatus } from '#shared/complaint/complaint-status.ts';
import { complaintView } from '#shared/complaint/complaint-view.ts';
import { recordEvent } from '#shared/complaint/record-event.ts';
import { takeComplaint } from '#shared/complaint/take-complaint.ts';
import { fieldErrors } from '#shared/http/field-errors.ts';
import { readJson } from '#shared/http/json-body.ts';
import { type HttpRequest, type HttpResponse, jsonResponse } from '#shared/http/message.ts';
import { problem, problemResponse } from '#shared/http/problem.ts';
import { noteOn, recalledComplaint, type ServeComplaintsDependencies, unknownComplaint } from './dependencies.ts';

const eventLimit = 8 * 1024;

/** GET /v1/complaints/{id}: fetching it is taking it. */
export async function getComplaint(
  request: HttpRequest,
  access: Access,
  deps: ServeComplaintsDependencies,
): Promise<HttpResponse> {
  const id = complaintId(request);
  if (id === null) {
    return unknownComplaint();
  }
  const outcome = await takeComplaint(id, access.regulators, {
    ...deps,
    note: (complaint) => noteOn(complaint, 'complaint_fetched', { access, request }, deps),
  });
  switch (outcome.kind) {
    case 'filed':
      return jsonResponse(200, complaintView(outcome));
    case 'unknown':
      return unknownComplaint();
    case 'recalled':
      return recalledComplaint();
  }
}

/** POST /v1/complaints/{id}/events */
export async function postEvent(
  request: HttpRequest,
  access: Access,
  deps: ServeComplaintsDependencies,
): Promise<HttpResponse> {
  const id = complaintId(request);
  if (id === null) {
    return unknownComplaint();
  }
  const body = readJson(request, eventLimit);
  if (body.kind === 'refused') {
    return body.response;
  }
  const event = regulatorEventSchema.safeParse(body.value);
  if (!event.success) {
    return problemResponse(problem(400, 'invalid-request', { errors: fieldErrors(event.error, body.value) }));
  }
  const outcome = await recordEvent(id, access.regulators, event.data, deps);
  switch (outcome.kind) {
    case 'recorded':
    case 'repeated': {
      const filter = { event: event.data.event };
      await noteOn(outcome.complaint, 'complaint_event', { access, request, filter }, deps);
      return jsonResponse(200, complaintView(outcome));
    }
    case 'unknown':
      return unknownComplaint();
    case 'recalled':
      return recalledComplaint();
    case 'out_of_place': {
      const detail = `A complaint that is ${complaintStatus(outcome.complaint)} takes no event ${event.data.event}.`;
      return problemResponse(problem(409, 'conflict', { detail }));
    }
  }
}

function complaintId(request: HttpRequest): string | null {
  const id = request.parameters['id'] ?? '';
  return isComplaintId(id) ? id : null;
}
