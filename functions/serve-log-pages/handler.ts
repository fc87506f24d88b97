import type { LambdaHttpHandler } from '#shared/http/lambda-http.ts';
import { createPagesHandler } from '#shared/pages/pages-handler.ts';
import type { LogPagesDependencies } from './dependencies.ts';
import { choosePage, listedLog } from './pages/listed-log.ts';
import { goOn } from './pages/next.ts';
import { type LogPage, words } from './words.ts';

/** The list of a log that is there, and what follows on reports of it. */
const pages: Readonly<Record<string, LogPage>> = {
  'GET /log/{id}': listedLog,
  'POST /log/{id}': choosePage,
  'POST /log/{id}/next': goOn,
};

/** Every route that this function answers. */
export const pageRoutes: readonly string[] = Object.keys(pages);

export function createHandler(deps: LogPagesDependencies): LambdaHttpHandler {
  return createPagesHandler(pages, { deps, words });
}
