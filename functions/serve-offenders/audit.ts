import * as z from 'zod';
import { recordAudit } from '#shared/access/audit.ts';
import { auditQuerySchema } from '#shared/access/audit-query.ts';
import type { Access } from '#shared/access/open-with-key.ts';
import { fieldErrors } from '#shared/http/field-errors.ts';
import { type HttpRequest, type HttpResponse, jsonResponse } from '#shared/http/message.ts';
import { nextLink } from '#shared/http/next-link.ts';
import { problem, problemResponse } from '#shared/http/problem.ts';
import { openCursor, sealCursor } from '#shared/http/sealed-cursor.ts';
import type { ServeOffendersDependencies } from './dependencies.ts';

const positionSchema = z.tuple([z.string(), z.string()]);

/** GET /v1/audit: the trail of the key's own regulators. Reading it is an entry too, for the next reader. */
export async function getAudit(
  request: HttpRequest,
  access: Access,
  deps: ServeOffendersDependencies,
): Promise<HttpResponse> {
  const query = auditQuerySchema.safeParse(request.query);
  if (!query.success) {
    return problemResponse(problem(400, 'invalid-request', { errors: fieldErrors(query.error) }));
  }
  const { limit, cursor } = query.data;
  const list = `audit ${JSON.stringify([...access.regulators].sort())}`;
  const position = cursor === undefined ? null : openCursor(deps.cursorHash, list, cursor);
  if (cursor !== undefined && position === null) {
    const detail = 'This cursor was not made here, or not for these regulators. Start again without one.';
    return problemResponse(problem(400, 'invalid-request', { errors: [{ pointer: '/cursor', detail }] }));
  }
  const before = position === null ? null : toPosition(position);
  const entries = await deps.audit.page(access.regulators, before, limit);
  await recordAudit({ access, action: 'audit_read', rows: entries.length, request }, deps);
  const end = entries.length < limit ? undefined : entries.at(-1);
  const next = end === undefined ? null : sealCursor(deps.cursorHash, list, JSON.stringify([end.at, end.id]));
  return jsonResponse(200, { entries, next }, nextLink('/v1/audit', next, { limit }));
}

function toPosition(position: string): { readonly at: string; readonly id: string } {
  const [at, id] = positionSchema.parse(JSON.parse(position));
  return { at, id };
}
