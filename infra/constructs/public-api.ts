import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  HttpApi,
  HttpMethod,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { RouteSpec } from '../functions/function-spec.ts';
import type { Settings } from '../settings.ts';
import type { HouseFunction } from './house-function.ts';

/** Takes what no other route takes. */
const defaultRoute = '$default';

/** All that an access log may hold: a path would show receipts, an address would show people. */
const accessLogFields = {
  requestId: '$context.requestId',
  route: '$context.routeKey',
  status: '$context.status',
  latency: '$context.responseLatency',
};

/** The HTTP API: routes from the list of functions, a throttle over all callers, and a log that knows nobody. */
export class PublicApi extends Construct {
  readonly api: HttpApi;
  readonly stage: HttpStage;

  constructor(scope: Construct, id: string, settings: Settings) {
    super(scope, id);
    this.api = new HttpApi(this, 'Api', {
      apiName: `ringfence-${settings.stage}`,
      description: 'Ringfence: reports, complaints, offenders',
      createDefaultStage: false,
    });
    const accessLog = new LogGroup(this, 'AccessLog', {
      retention: settings.logRetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.stage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: settings.throttle.requestsPerSecond, burstLimit: settings.throttle.burst },
      accessLogSettings: {
        destination: new LogGroupLogDestination(accessLog),
        format: AccessLogFormat.custom(JSON.stringify(accessLogFields)),
      },
    });
  }

  add(target: HouseFunction, routes: readonly RouteSpec[]): void {
    const integration = new HttpLambdaIntegration(target.name, target.function, { scopePermissionToRoute: false });
    for (const { route } of routes) {
      new HttpRoute(this, route.replaceAll('/', '|'), { httpApi: this.api, routeKey: routeKey(route), integration });
    }
    if (routes.some(({ route }) => route === defaultRoute)) {
      this.#admitDefaultRoute(target);
    }
  }

  /** The integration's one permission covers `<stage>/<method>/<path>`; this route calls as `<stage>/$default`. */
  #admitDefaultRoute(target: HouseFunction): void {
    target.function.addPermission('DefaultRoute', {
      scope: this,
      principal: new ServicePrincipal('apigateway.amazonaws.com'),
      sourceArn: Stack.of(this).formatArn({
        service: 'execute-api',
        resource: this.api.apiId,
        resourceName: `*/${defaultRoute}`,
      }),
    });
  }
}

function routeKey(route: string): HttpRouteKey {
  if (route === defaultRoute) {
    return HttpRouteKey.DEFAULT;
  }
  const [method, path] = route.split(' ');
  const known = Object.values(HttpMethod).find((candidate) => candidate === method);
  if (known === undefined || path === undefined) {
    throw new Error(`"${route}" is not a route: METHOD /path`);
  }
  return HttpRouteKey.with(path, known);
}
