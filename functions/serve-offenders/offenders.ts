import { recordAudit } from '#shared/access/audit.ts';
import type { Access } from '#shared/access/open-with-key.ts';
import { listOffenders, type OffenderPage } from '#shared/export/list-offenders.ts';
import { toOffenderDetail } from '#shared/export/offender.ts';
import { offenderCsvHeader, offenderCsvLine, offenderJsonLine } from '#shared/export/offender-csv.ts';
import { describeFilter, type OffenderFilter, offenderQuerySchema } from '#shared/export/offender-query.ts';
import { acceptedType } from '#shared/http/accepted-type.ts';
import { fieldErrors } from '#shared/http/field-errors.ts';
import { type HttpRequest, type HttpResponse, jsonResponse } from '#shared/http/message.ts';
import { nextLink } from '#shared/http/next-link.ts';
import { problem, problemResponse } from '#shared/http/problem.ts';
import { openCursor, sealCursor } from '#shared/http/sealed-cursor.ts';
import type { ServeOffendersDependencies } from './dependencies.ts';

const types = ['application/json', 'text/csv', 'application/x-ndjson'] as const;
type PageType = (typeof types)[number];
const typeOfFormat: Readonly<Record<string, PageType>> = {
  json: 'application/json',
  csv: 'text/csv',
  jsonl: 'application/x-ndjson',
};

/** GET /v1/offenders */
export async function getOffenders(
  request: HttpRequest,
  access: Access,
  deps: ServeOffendersDependencies,
): Promise<HttpResponse> {
  const type = pageType(request);
  if (type === null) {
    const detail = `Accept one of ${types.join(', ')}, or ?format= json, csv or jsonl.`;
    return problemResponse(problem(406, 'not-acceptable', { detail }));
  }
  const query = offenderQuerySchema.safeParse(request.query);
  if (!query.success) {
    return problemResponse(problem(400, 'invalid-request', { errors: fieldErrors(query.error) }));
  }
  const { limit, cursor, format, ...filter } = query.data;
  const list = listName(filter);
  const after = cursor === undefined ? null : openCursor(deps.cursorHash, list, cursor);
  if (cursor !== undefined && after === null) {
    const detail = 'This cursor was not made here, or not for this filter. Start again without one.';
    return problemResponse(problem(400, 'invalid-request', { errors: [{ pointer: '/cursor', detail }] }));
  }
  const page = await listOffenders({ filter, after, limit }, deps);
  const next = page.last === null ? null : sealCursor(deps.cursorHash, list, page.last);
  const described = describeFilter(filter);
  await recordAudit(
    { access, action: 'offenders_listed', filter: described, rows: page.offenders.length, request },
    deps,
  );
  return rendered(page, type, next, {
    vary: 'accept',
    ...nextLink('/v1/offenders', next, { ...described, limit, format }),
  });
}

/** GET /v1/offenders/{id} */
export async function getOffender(
  request: HttpRequest,
  access: Access,
  deps: ServeOffendersDependencies,
): Promise<HttpResponse> {
  const id = request.parameters['id'] ?? '';
  // Ids are 16 bytes in Crockford base32; anything else is not worth a read.
  const subject = /^[0-9A-HJKMNP-TV-Z]{26}$/.test(id) ? await deps.source.one(id) : null;
  const detail = subject === null ? null : toOffenderDetail(subject);
  if (detail === null) {
    return problemResponse(problem(404, 'not-found'));
  }
  await recordAudit({ access, action: 'offender_read', objectId: detail.id, rows: 1, request }, deps);
  return jsonResponse(200, detail);
}

function pageType(request: HttpRequest): PageType | null {
  const format = request.query['format'];
  if (format !== undefined) {
    return Object.hasOwn(typeOfFormat, format) ? (typeOfFormat[format] ?? null) : null;
  }
  return acceptedType(request.headers['accept'], types);
}

function listName(filter: OffenderFilter): string {
  return `offenders ${JSON.stringify(describeFilter(filter))}`;
}

function rendered(
  { offenders }: OffenderPage,
  type: PageType,
  next: string | null,
  headers: Readonly<Record<string, string>>,
): HttpResponse {
  switch (type) {
    case 'application/json':
      return jsonResponse(200, { offenders, next }, headers);
    case 'text/csv':
      return {
        status: 200,
        headers: {
          'content-type': 'text/csv; charset=utf-8; header=present',
          'content-disposition': 'attachment; filename="offenders.csv"',
          ...headers,
        },
        body: offenderCsvHeader + offenders.map(offenderCsvLine).join(''),
      };
    case 'application/x-ndjson':
      return {
        status: 200,
        headers: {
          'content-type': 'application/x-ndjson',
          'content-disposition': 'attachment; filename="offenders.jsonl"',
          ...headers,
        },
        body: offenders.map(offenderJsonLine).join(''),
      };
  }
}
