import * as z from 'zod';
import { recordAudit } from '#shared/access/audit.ts';
import type { Access } from '#shared/access/open-with-key.ts';
import { type ComplaintPage, complaintQuerySchema } from '#shared/complaint/complaint-schemas.ts';
import { listComplaints, type PagePosition } from '#shared/complaint/list-complaints.ts';
import { fieldErrors } from '#shared/http/field-errors.ts';
import { type HttpRequest, type HttpResponse, jsonResponse } from '#shared/http/message.ts';
import { nextLink } from '#shared/http/next-link.ts';
import { problem, problemResponse } from '#shared/http/problem.ts';
import { openCursor, sealCursor } from '#shared/http/sealed-cursor.ts';
import type { ServeComplaintsDependencies } from './dependencies.ts';

const positionSchema = z.object({
  regulator: z.string(),
  after: z.object({ id: z.string(), createdAt: z.string() }).nullable(),
});

/** GET /v1/complaints: the complaints of the regulators that the key acts for. */
export async function getComplaints(
  request: HttpRequest,
  access: Access,
  deps: ServeComplaintsDependencies,
): Promise<HttpResponse> {
  const query = complaintQuerySchema.safeParse(request.query);
  if (!query.success) {
    return problemResponse(problem(400, 'invalid-request', { errors: fieldErrors(query.error) }));
  }
  const { status, limit, cursor } = query.data;
  const list = `complaints ${JSON.stringify([[...access.regulators].sort(), status ?? null])}`;
  const position = cursor === undefined ? null : openCursor(deps.cursorHash, list, cursor);
  if (cursor !== undefined && position === null) {
    const detail = 'This cursor was not made here, or not for this filter. Start again without one.';
    return problemResponse(problem(400, 'invalid-request', { errors: [{ pointer: '/cursor', detail }] }));
  }
  const from: PagePosition | null = position === null ? null : positionSchema.parse(JSON.parse(position));
  const page = await listComplaints({ regulators: access.regulators, status, limit, from }, deps.list);
  const filter: Record<string, string | number> = status === undefined ? {} : { status };
  await recordAudit({ access, action: 'complaints_listed', filter, rows: page.complaints.length, request }, deps);
  const next = page.next === null ? null : sealCursor(deps.cursorHash, list, JSON.stringify(page.next));
  const body: ComplaintPage = { complaints: [...page.complaints], next };
  return jsonResponse(200, body, nextLink('/v1/complaints', next, { ...filter, limit }));
}
