import { LOCAL_ACCOUNT } from '../template/environment.ts';
import type { RouteMatch } from './route-table.ts';

/** A request as it came over the wire, its target parted and its path decoded. */
export interface WireRequest {
  readonly method: string;
  /** Decoded; what API Gateway calls rawPath. */
  readonly path: string;
  /** As sent, without the question mark. */
  readonly query: string;
  /** Name and value by turns, as Node gives them. */
  readonly rawHeaders: readonly string[];
  readonly body: Buffer;
  readonly sourceIp: string;
  readonly protocol: string;
}

export interface EventContext {
  readonly apiId: string;
  readonly requestId: string;
  readonly now: Date;
  readonly port: number;
}

/** Parts and decodes a request target; undefined when its escapes are broken, which API Gateway refuses with 400. */
export function partTarget(target: string): { readonly path: string; readonly query: string } | undefined {
  const mark = target.indexOf('?');
  const path = mark < 0 ? target : target.slice(0, mark);
  try {
    return { path: decodeURIComponent(path), query: mark < 0 ? '' : target.slice(mark + 1) };
  } catch {
    return undefined;
  }
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part.replaceAll('+', ' '));
  } catch {
    return part;
  }
}

function queryParameters(query: string): Record<string, string> | undefined {
  const parameters = new Map<string, string>();
  for (const pair of query.split('&').filter((part) => part !== '')) {
    const equals = pair.indexOf('=');
    const name = decodePart(equals < 0 ? pair : pair.slice(0, equals));
    const value = equals < 0 ? '' : decodePart(pair.slice(equals + 1));
    const before = parameters.get(name);
    parameters.set(name, before === undefined ? value : `${before},${value}`);
  }
  return parameters.size === 0 ? undefined : Object.fromEntries(parameters);
}

function partHeaders(rawHeaders: readonly string[]): { headers: Map<string, string>; cookies: string[] } {
  const headers = new Map<string, string>();
  const cookies: string[] = [];
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    const name = (rawHeaders[index] ?? '').toLowerCase();
    const value = rawHeaders[index + 1] ?? '';
    const before = headers.get(name);
    if (name === 'cookie') {
      cookies.push(...value.split(/;\s*/).filter((cookie) => cookie !== ''));
    } else {
      headers.set(name, before === undefined ? value : `${before},${value}`);
    }
  }
  return { headers, cookies };
}

/** API Gateway hands these on as they are and everything else in base64. */
export function isText(contentType: string | undefined, contentEncoding: string | undefined): boolean {
  const type = (contentType ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  return (
    (contentEncoding === undefined || contentEncoding === 'identity') &&
    (type.startsWith('text/') || ['application/json', 'application/xml', 'application/javascript'].includes(type))
  );
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Common Log Format, as in requestContext.time. */
function logTime(date: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${two(date.getUTCDate())}/${MONTHS[date.getUTCMonth()]}/${date.getUTCFullYear()}`;
  return `${day}:${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())} +0000`;
}

/**
 * The event of payload format 2.0
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html).
 */
export function httpEvent(request: WireRequest, match: RouteMatch, context: EventContext): unknown {
  const { headers, cookies } = partHeaders(request.rawHeaders);
  const forwarded = headers.get('x-forwarded-for');
  const host = headers.get('host') ?? '';
  headers.set('content-length', String(request.body.length));
  headers.set('x-forwarded-for', forwarded === undefined ? request.sourceIp : `${forwarded}, ${request.sourceIp}`);
  headers.set('x-forwarded-port', String(context.port));
  headers.set('x-forwarded-proto', 'http');
  const { method, path, query, body, sourceIp, protocol } = request;
  const domainName = host.replace(/:\d+$/, '');
  const parameters = queryParameters(query);
  const asText = body.length > 0 && isText(headers.get('content-type'), headers.get('content-encoding'));
  return {
    version: '2.0',
    routeKey: match.route.routeKey,
    rawPath: path,
    rawQueryString: query,
    ...(cookies.length === 0 ? {} : { cookies }),
    headers: Object.fromEntries(headers),
    ...(parameters === undefined ? {} : { queryStringParameters: parameters }),
    requestContext: {
      accountId: LOCAL_ACCOUNT,
      apiId: context.apiId,
      domainName,
      domainPrefix: domainName.split('.')[0],
      http: { method, path, protocol, sourceIp, userAgent: headers.get('user-agent') ?? '' },
      requestId: context.requestId,
      routeKey: match.route.routeKey,
      stage: '$default',
      time: logTime(context.now),
      timeEpoch: context.now.getTime(),
    },
    ...(Object.keys(match.pathParameters).length === 0 ? {} : { pathParameters: match.pathParameters }),
    ...(body.length === 0 ? {} : { body: body.toString(asText ? 'utf8' : 'base64') }),
    isBase64Encoded: body.length > 0 && !asText,
  };
}
