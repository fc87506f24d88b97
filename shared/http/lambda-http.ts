import { timingSafeEqual } from 'node:crypto';
import { isIP } from 'node:net';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Log } from '#shared/runtime/log.ts';
import type { HttpRequest, HttpResponse } from './message.ts';
import { originHeader } from './origin-header.ts';
import { faultOf, problem, problemResponse } from './problem.ts';
import { securityHeaders } from './security-headers.ts';

export type RouteHandler = (request: HttpRequest) => Promise<HttpResponse>;
export type LambdaHttpHandler = (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>;

interface HttpFunction {
  /** Handlers by route as the API declares it, for example `POST /v1/reports`. */
  readonly routes: Readonly<Record<string, RouteHandler>>;
  readonly log: Log;
  /** Behind the edge: the secret that CloudFront adds to each request. Without it any caller is served. */
  readonly originSecret?: () => Promise<string>;
}

/** Turns HTTP API events (payload format 2.0) into requests, and answers back; faults become a bare 500 with a request id. */
export function createLambdaHttp({ routes, log, originSecret }: HttpFunction): LambdaHttpHandler {
  return async (event) => {
    const started = Date.now();
    const request = toRequest(event);
    const response = await answer(request, routes, log, originSecret);
    log.info('request_answered', {
      route: request.route,
      status: response.status,
      requestId: request.requestId,
      milliseconds: Date.now() - started,
    });
    return toResult(response);
  };
}

async function answer(
  request: HttpRequest,
  routes: Readonly<Record<string, RouteHandler>>,
  log: Log,
  originSecret: (() => Promise<string>) | undefined,
): Promise<HttpResponse> {
  try {
    if (originSecret !== undefined && !sameSecret(request.headers[originHeader] ?? '', await originSecret())) {
      return problemResponse(problem(403, 'forbidden', { detail: 'Use the public address of this service.' }));
    }
    const handler = Object.hasOwn(routes, request.route) ? routes[request.route] : undefined;
    return handler === undefined
      ? problemResponse(problem(404, 'not-found'))
      : await handler(originSecret === undefined ? request : fromViewer(request));
  } catch (error) {
    log.error('request_failed', error, { route: request.route, requestId: request.requestId });
    return problemResponse(faultOf(request.requestId));
  }
}

function sameSecret(given: string, wanted: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(wanted);
  return a.length === b.length && timingSafeEqual(a, b);
}

/**
 * What came through the edge, under its viewer's address. CloudFront appends that to `x-forwarded-for` and the HTTP API
 * appends CloudFront's, so it is the last but one; whatever stands before it the viewer wrote.
 */
function fromViewer(request: HttpRequest): HttpRequest {
  const viewer = request.headers['x-forwarded-for']?.split(',').at(-2)?.trim() ?? '';
  return isIP(viewer) === 0 ? request : { ...request, sourceAddress: viewer };
}

function toRequest(event: APIGatewayProxyEventV2): HttpRequest {
  return {
    route: event.routeKey,
    method: event.requestContext.http.method,
    path: event.rawPath,
    parameters: defined(event.pathParameters),
    query: queryOf(event.rawQueryString),
    rawQuery: event.rawQueryString,
    // Payload format 2.0 takes the cookies out of the headers.
    headers: { ...defined(event.headers), ...(event.cookies ? { cookie: event.cookies.join('; ') } : {}) },
    body: Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8'),
    requestId: event.requestContext.requestId,
    sourceAddress: event.requestContext.http.sourceIp,
  };
}

/**
 * A parameter that came more than once is joined with commas, as payload format 2.0 joins it. Taking one of them would
 * silently answer another question than was asked; joined, no number, list of words or cursor matches it.
 */
function queryOf(raw: string): Record<string, string> {
  const values = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(raw)) {
    const former = values.get(name);
    values.set(name, former === undefined ? value : `${former},${value}`);
  }
  return Object.fromEntries(values);
}

function defined(values: Readonly<Record<string, string | undefined>> | undefined): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values ?? {}).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

function toResult(response: HttpResponse): APIGatewayProxyStructuredResultV2 {
  const headers = { 'cache-control': 'private, no-store', ...securityHeaders, ...response.headers };
  if (response.body === undefined) {
    return { statusCode: response.status, headers };
  }
  return typeof response.body === 'string'
    ? { statusCode: response.status, headers, body: response.body }
    : {
        statusCode: response.status,
        headers,
        body: Buffer.from(response.body).toString('base64'),
        isBase64Encoded: true,
      };
}
