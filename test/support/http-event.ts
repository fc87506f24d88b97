import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

interface EventParts {
  readonly route: string;
  readonly parameters?: Record<string, string>;
  readonly query?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | Buffer;
}

/** An HTTP API event, payload format 2.0. A body that is not a string is sent as JSON bytes in base64. */
export function httpEvent({ route, parameters, query = '', headers = {}, body }: EventParts): APIGatewayProxyEventV2 {
  const [method = '', template = ''] = route === '$default' ? ['GET', '/nowhere'] : route.split(' ');
  const path = template.replaceAll(/\{(\w+)\}/g, (_whole, name: string) =>
    encodeURIComponent(parameters?.[name] ?? ''),
  );
  return {
    version: '2.0',
    routeKey: route,
    rawPath: path,
    rawQueryString: query,
    headers: { 'content-type': 'application/json', ...headers },
    ...(parameters === undefined ? {} : { pathParameters: parameters }),
    requestContext: {
      accountId: '000000000000',
      apiId: 'test',
      domainName: 'test.example',
      domainPrefix: 'test',
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'test' },
      requestId: 'request-1',
      routeKey: route,
      stage: '$default',
      time: '21/Nov/2026:12:00:00 +0000',
      timeEpoch: 1_795_262_400_000,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : body.toString('base64') }),
    isBase64Encoded: body !== undefined && typeof body !== 'string',
  };
}

export const jsonOf = (result: APIGatewayProxyStructuredResultV2) => JSON.parse(result.body ?? 'null');
