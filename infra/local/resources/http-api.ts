import * as z from 'zod';
import type { Route } from '../http/route-table.ts';
import { LocalRunError } from '../local-run-error.ts';
import type { Made, Resource } from '../template/make-resources.ts';
import { made } from './made.ts';
import type { Plan } from './plan.ts';
import { meaningless, readProperties, wholeNumber } from './properties.ts';

const apiSchema = z.strictObject({
  Name: meaningless,
  Description: meaningless,
  ProtocolType: z.literal('HTTP'),
  DisableExecuteApiEndpoint: meaningless,
  IpAddressType: meaningless,
  Tags: meaningless,
});

/** The one HTTP API of the app; its address is the local run's. */
export function makeApi(resource: Resource, plan: Plan, url: string): Made {
  readProperties(resource, apiSchema);
  if (plan.apiId !== undefined) {
    throw new LocalRunError(
      `The local run serves one HTTP API; ${resource.logicalId} in stack ${resource.stackName} is another.`,
    );
  }
  plan.apiId = 'local';
  return made('local', { ApiId: 'local', ApiEndpoint: url });
}

const stageSchema = z.strictObject({
  ApiId: z.string(),
  StageName: z.literal('$default', { error: 'the local run serves the stage $default only' }),
  AutoDeploy: meaningless,
  AccessLogSettings: meaningless,
  DefaultRouteSettings: meaningless,
  RouteSettings: meaningless,
  Description: meaningless,
  Tags: meaningless,
});

export function makeStage(resource: Resource): Made {
  return made(readProperties(resource, stageSchema).StageName);
}

/** API Gateway waits this long for a function. */
const LONGEST_WAIT = 30_000;

const integrationSchema = z.strictObject({
  ApiId: z.string(),
  IntegrationType: z.literal('AWS_PROXY'),
  IntegrationUri: z.string(),
  PayloadFormatVersion: z.literal('2.0'),
  TimeoutInMillis: wholeNumber.default(LONGEST_WAIT),
  Description: meaningless,
  IntegrationMethod: meaningless,
});

export function makeIntegration(resource: Resource, plan: Plan): Made {
  const { IntegrationUri, TimeoutInMillis } = readProperties(resource, integrationSchema);
  const id = `${resource.stackName}-${resource.logicalId}`;
  // Either the function's ARN, or API Gateway's own address of its invocation.
  const functionArn =
    /arn:aws:lambda:[^/]+/.exec(IntegrationUri.split('/functions/').at(-1) ?? '')?.[0] ?? IntegrationUri;
  plan.integrations.set(id, { functionArn, timeoutMilliseconds: Math.min(TimeoutInMillis, LONGEST_WAIT) });
  return made(id, { IntegrationId: id });
}

const routeSchema = z.strictObject({
  ApiId: z.string(),
  RouteKey: z.string(),
  Target: z.string(),
  AuthorizationType: z.literal('NONE').optional(),
  OperationName: meaningless,
});

export function makeRoute(resource: Resource, plan: Plan): Made {
  const { RouteKey, Target } = readProperties(resource, routeSchema);
  plan.routes.push({ routeKey: RouteKey, integrationId: Target.replace(/^integrations\//, '') });
  return made(resource.logicalId, { RouteId: resource.logicalId });
}

/** The routes with the functions behind them. */
export function routesOf(plan: Plan): Route[] {
  return plan.routes.map(({ routeKey, integrationId }) => {
    const integration = plan.integrations.get(integrationId);
    if (integration === undefined) {
      throw new LocalRunError(`The route ${routeKey} has no integration.`);
    }
    return { routeKey, ...integration };
  });
}
