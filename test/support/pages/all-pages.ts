import * as description from '#functions/describe-service/handler.ts';
import type { ComplaintPagesDependencies } from '#functions/serve-complaint-pages/dependencies.ts';
import * as complaint from '#functions/serve-complaint-pages/handler.ts';
import type { ContestDependencies } from '#functions/serve-contest/dependencies.ts';
import * as contest from '#functions/serve-contest/handler.ts';
import type { LogPagesDependencies } from '#functions/serve-log-pages/dependencies.ts';
import * as logs from '#functions/serve-log-pages/handler.ts';
import type { LogReportsDependencies } from '#functions/serve-log-reports/dependencies.ts';
import * as logReports from '#functions/serve-log-reports/handler.ts';
import type { LogUploadDependencies } from '#functions/serve-log-upload/dependencies.ts';
import * as logUpload from '#functions/serve-log-upload/handler.ts';
import type { OwnPagesDependencies } from '#functions/serve-own-pages/dependencies.ts';
import * as own from '#functions/serve-own-pages/handler.ts';
import type { PagesDependencies } from '#functions/serve-pages/dependencies.ts';
import * as forms from '#functions/serve-pages/handler.ts';
import type { VerdictDependencies } from '#functions/serve-verdict/dependencies.ts';
import * as verdict from '#functions/serve-verdict/handler.ts';
import type { LambdaHttpHandler } from '#shared/http/lambda-http.ts';

/** What the functions with pages need, taken together. */
export type AllPagesDependencies = PagesDependencies &
  ContestDependencies &
  OwnPagesDependencies &
  ComplaintPagesDependencies &
  VerdictDependencies &
  LogPagesDependencies &
  LogUploadDependencies &
  LogReportsDependencies;

/** Routes by function. */
export const pageRoutesOf: Readonly<Record<string, readonly string[]>> = {
  'serve-pages': forms.pageRoutes,
  'serve-contest': contest.pageRoutes,
  'serve-own-pages': own.pageRoutes,
  'serve-complaint-pages': complaint.pageRoutes,
  'serve-verdict': verdict.pageRoutes,
  'serve-log-upload': logUpload.pageRoutes,
  'serve-log-pages': logs.pageRoutes,
  'serve-log-reports': logReports.pageRoutes,
};

export const pageRoutes: readonly string[] = Object.values(pageRoutesOf).flat();

const nowhere = {
  ...description,
  createHandler: (deps: AllPagesDependencies) => description.createHandler({ ...deps, document: {} }),
};

/** All pages behind one handler; which function a route belongs to is the API's business. */
export function createPagesHandler(deps: AllPagesDependencies): LambdaHttpHandler {
  const handlers = [forms, contest, own, complaint, verdict, logUpload, logs, logReports, nowhere].map(
    ({ pageRoutes: routes, createHandler }) => ({
      routes,
      handler: createHandler(deps),
    }),
  );
  return async (event) => {
    const { handler } = handlers.find(({ routes }) => routes.includes(event.routeKey)) ?? {};
    if (handler === undefined) {
      throw new Error(`no page at ${event.routeKey}`);
    }
    return await handler(event);
  };
}
