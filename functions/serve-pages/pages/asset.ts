import type { RouteHandler } from '#shared/http/lambda-http.ts';
import { problem, problemResponse } from '#shared/http/problem.ts';
import { findAsset } from '#shared/pages/assets/assets.ts';

/** The script and the icon. Their address holds their version, so browsers keep them for ever. */
export const serveAsset: RouteHandler = async ({ parameters }) => {
  const asset = findAsset(parameters['version'] ?? '', parameters['name'] ?? '');
  return asset === null
    ? problemResponse(problem(404, 'not-found'))
    : {
        status: 200,
        headers: { 'content-type': asset.type, 'cache-control': 'public, max-age=31536000, immutable' },
        body: asset.body,
      };
};
