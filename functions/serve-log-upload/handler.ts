import type { LambdaHttpHandler } from '#shared/http/lambda-http.ts';
import { createPagesHandler } from '#shared/pages/pages-handler.ts';
import type { LogUploadDependencies } from './dependencies.ts';
import { columnsPage, saveColumns } from './pages/columns.ts';
import { openLog, startPage } from './pages/start.ts';
import { saveZone } from './pages/zone.ts';
import { type UploadPage, words } from './words.ts';

/** How a log comes to us, and how it is read again; its list is serve-log-pages'. */
const pages: Readonly<Record<string, UploadPage>> = {
  'GET /log': startPage,
  'POST /log': openLog,
  'GET /log/{id}/columns': columnsPage,
  'POST /log/{id}/columns': saveColumns,
  'POST /log/{id}/zone': saveZone,
};

/** Every route that this function answers. */
export const pageRoutes: readonly string[] = Object.keys(pages);

export function createHandler(deps: LogUploadDependencies): LambdaHttpHandler {
  return createPagesHandler(pages, { deps, words });
}
