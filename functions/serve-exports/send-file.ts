import type { ExportArchive } from '#shared/export/export-archive.ts';
import type { ExportFile, ExportManifest } from '#shared/export/export-schemas.ts';
import { matchesTag, requestedRange } from '#shared/http/byte-range.ts';
import type { HttpRequest, HttpResponse } from '#shared/http/message.ts';
import { problem, problemResponse } from '#shared/http/problem.ts';

/** A function answers at most 6 MB, base64 included: 4 MB of file. */
const inlineBytes = 4 * 1024 * 1024;

/** Sends a file, or the part asked for, through the function where that is set and it fits; else by a short-lived address. */
export async function sendFile(
  request: HttpRequest,
  manifest: ExportManifest,
  file: ExportFile,
  { archive, delivery }: { readonly archive: ExportArchive; readonly delivery: 'redirect' | 'inline' },
): Promise<HttpResponse> {
  const etag = `"${file.sha256}"`;
  const headers: Record<string, string> = {
    etag,
    'last-modified': new Date(manifest.generatedAt).toUTCString(),
    'cache-control': 'private, no-cache',
    'accept-ranges': 'bytes',
  };
  if (matchesTag(request.headers['if-none-match'], etag)) {
    return { status: 304, headers };
  }
  if (delivery === 'redirect') {
    return redirect(archive, manifest.id, file.name);
  }
  // A part of another version would be glued to what the client has (RFC 9110, 13.1.5).
  const sameVersion = (request.headers['if-range'] ?? etag) === etag;
  const asked = sameVersion ? requestedRange(request.headers['range'], file.bytes) : ({ kind: 'whole' } as const);
  if (asked.kind === 'unsatisfiable') {
    return problemResponse(problem(416, 'range-not-satisfiable'), { 'content-range': `bytes */${file.bytes}` });
  }
  const { first, last } = asked.kind === 'part' ? asked.range : { first: 0, last: file.bytes - 1 };
  if (last - first + 1 > inlineBytes) {
    return redirect(archive, manifest.id, file.name);
  }
  return {
    status: asked.kind === 'part' ? 206 : 200,
    headers: {
      ...headers,
      'content-type': 'application/gzip',
      'content-disposition': `attachment; filename="${file.name}"`,
      ...(asked.kind === 'part' ? { 'content-range': `bytes ${first}-${last}/${file.bytes}` } : {}),
    },
    body: await archive.read(manifest.id, file.name, { first, last }),
  };
}

/** S3 answers conditions and ranges itself. The address is a secret while it lives: nobody may keep it. */
async function redirect(archive: ExportArchive, id: string, name: string): Promise<HttpResponse> {
  return { status: 302, headers: { location: await archive.address(id, name), 'cache-control': 'private, no-store' } };
}
