import { createHash } from 'node:crypto';
import { recordAudit } from '#shared/access/audit.ts';
import type { Access } from '#shared/access/open-with-key.ts';
import { exportIdSchema } from '#shared/export/export-name.ts';
import type { ExportList, ExportManifest } from '#shared/export/export-schemas.ts';
import { matchesTag } from '#shared/http/byte-range.ts';
import { type HttpRequest, type HttpResponse, jsonResponse } from '#shared/http/message.ts';
import { problem, problemResponse } from '#shared/http/problem.ts';
import type { ServeExportsDependencies } from './dependencies.ts';
import { sendFile } from './send-file.ts';

/** Three months of daily exports. */
const listed = 100;

const notFound = (): HttpResponse => problemResponse(problem(404, 'not-found'));

/** GET /v1/exports */
export async function getExports(
  request: HttpRequest,
  access: Access,
  deps: ServeExportsDependencies,
): Promise<HttpResponse> {
  const manifests = await deps.archive.list(listed);
  const list: ExportList = {
    exports: manifests.map(({ id, generatedAt, mode, rows }) => ({
      id,
      generatedAt,
      mode,
      rows,
      href: `/v1/exports/${id}`,
    })),
  };
  await recordAudit({ access, action: 'exports_listed', rows: manifests.length, request }, deps);
  return jsonResponse(200, list);
}

/** GET /v1/exports/{id}; the id `latest` is the pointer that moves. */
export async function getExport(
  request: HttpRequest,
  access: Access,
  deps: ServeExportsDependencies,
): Promise<HttpResponse> {
  const manifest = await findManifest(request, deps);
  if (manifest === null) {
    return notFound();
  }
  const body = JSON.stringify(manifest);
  const etag = `"${createHash('sha256').update(body).digest('hex')}"`;
  const headers = {
    etag,
    'last-modified': new Date(manifest.generatedAt).toUTCString(),
    'cache-control': 'private, no-cache',
    'content-location': `/v1/exports/${manifest.id}`,
  };
  await recordAudit({ access, action: 'export_manifest_read', objectId: manifest.id, rows: 0, request }, deps);
  return matchesTag(request.headers['if-none-match'], etag)
    ? { status: 304, headers }
    : { status: 200, headers: { 'content-type': 'application/json', ...headers }, body };
}

/** GET /v1/exports/{id}/{file} */
export async function getExportFile(
  request: HttpRequest,
  access: Access,
  deps: ServeExportsDependencies,
): Promise<HttpResponse> {
  const manifest = await findManifest(request, deps);
  const file = manifest?.files.find(({ name }) => name === request.parameters['file']);
  if (manifest === null || file === undefined) {
    return notFound();
  }
  const response = await sendFile(request, manifest, file, deps);
  const rows = response.status === 304 || response.status === 416 ? 0 : file.rows;
  const objectId = `${manifest.id}/${file.name}`;
  await recordAudit({ access, action: 'export_file_read', objectId, rows, request }, deps);
  return response;
}

async function findManifest(request: HttpRequest, deps: ServeExportsDependencies): Promise<ExportManifest | null> {
  const asked = request.parameters['id'];
  const id = exportIdSchema.safeParse(asked === 'latest' ? await deps.archive.latest() : asked);
  return id.success ? deps.archive.manifest(id.data) : null;
}
