import { describe, expect, test } from 'vitest';
import { httpEvent, isText, partTarget, type WireRequest } from '#infra/local/http/http-event.ts';

const match = {
  route: { routeKey: 'POST /v1/reports/{receipt}', functionArn: 'arn', timeoutMilliseconds: 30_000 },
  pathParameters: { receipt: 'K7Q2' },
};
const context = {
  apiId: 'local',
  requestId: 'JKJaXmPLvHcESHA=',
  now: new Date('2026-11-21T09:03:07.123Z'),
  port: 8080,
};

function request(over: Partial<WireRequest> = {}): WireRequest {
  return {
    method: 'POST',
    path: '/v1/reports/K7Q2',
    query: '',
    rawHeaders: ['Host', '127.0.0.1:8080', 'Content-Type', 'application/json', 'User-Agent', 'curl/8'],
    body: Buffer.from('{"a":1}'),
    sourceIp: '127.0.0.1',
    protocol: 'HTTP/1.1',
    ...over,
  };
}

describe('the event of payload format 2.0', () => {
  test('has every member API Gateway sends', () => {
    expect(httpEvent(request(), match, context)).toEqual({
      version: '2.0',
      routeKey: 'POST /v1/reports/{receipt}',
      rawPath: '/v1/reports/K7Q2',
      rawQueryString: '',
      headers: {
        host: '127.0.0.1:8080',
        'content-type': 'application/json',
        'content-length': '7',
        'user-agent': 'curl/8',
        'x-forwarded-for': '127.0.0.1',
        'x-forwarded-port': '8080',
        'x-forwarded-proto': 'http',
      },
      requestContext: {
        accountId: '000000000000',
        apiId: 'local',
        domainName: '127.0.0.1',
        domainPrefix: '127',
        http: {
          method: 'POST',
          path: '/v1/reports/K7Q2',
          protocol: 'HTTP/1.1',
          sourceIp: '127.0.0.1',
          userAgent: 'curl/8',
        },
        requestId: 'JKJaXmPLvHcESHA=',
        routeKey: 'POST /v1/reports/{receipt}',
        stage: '$default',
        time: '21/Nov/2026:09:03:07 +0000',
        timeEpoch: 1_795_251_787_123,
      },
      pathParameters: { receipt: 'K7Q2' },
      body: '{"a":1}',
      isBase64Encoded: false,
    });
  });

  test('without a body there is no body member', () => {
    const event = httpEvent(request({ body: Buffer.alloc(0) }), match, context);
    expect(event).not.toHaveProperty('body');
    expect(event).toMatchObject({ isBase64Encoded: false });
  });

  test('repeated headers and parameters are joined by comma, cookies are a list of their own', () => {
    const rawHeaders = ['Accept', 'a/b', 'ACCEPT', 'c/d', 'Cookie', 'x=1; y=2', 'Cookie', 'z=3'];
    const query = 'a=1&a=2&b=&c&d=%20x%2By+z&e=%zz';
    const event = httpEvent(request({ rawHeaders, query }), match, context);
    expect(event).toMatchObject({
      cookies: ['x=1', 'y=2', 'z=3'],
      headers: { accept: 'a/b,c/d' },
      rawQueryString: query,
      queryStringParameters: { a: '1,2', b: '', c: '', d: ' x+y z', e: '%zz' },
    });
    expect(event).not.toHaveProperty('headers.cookie');
  });

  test('a binary body comes in base64', () => {
    const rawHeaders = ['Content-Type', 'application/octet-stream'];
    const event = httpEvent(request({ rawHeaders, body: Buffer.from([0, 255, 128]) }), match, context);
    expect(event).toMatchObject({ body: 'AP+A', isBase64Encoded: true });
  });

  test('a name like __proto__ is a name like any other', () => {
    const event = httpEvent(request({ query: '__proto__=x', rawHeaders: ['__proto__', 'y'] }), match, context);
    expect(JSON.parse(JSON.stringify(event))).toMatchObject({ rawQueryString: '__proto__=x' });
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  });
});

test.each([
  ['application/json', undefined, true],
  ['application/json; charset=utf-8', undefined, true],
  ['Text/Plain', undefined, true],
  ['text/csv', 'gzip', false],
  ['application/x-www-form-urlencoded', undefined, false],
  ['application/merge-patch+json', undefined, false],
  ['image/png', undefined, false],
  [undefined, undefined, false],
])('a body of %s with encoding %s is handed on as text: %s', (type, encoding, expected) => {
  expect(isText(type, encoding)).toBe(expected);
});

test.each([
  ['/a%20b/c%2Fd?x=%20', { path: '/a b/c/d', query: 'x=%20' }],
  ['/', { path: '/', query: '' }],
  ['/x?', { path: '/x', query: '' }],
  ['/x?a?b', { path: '/x', query: 'a?b' }],
  ['/%zz', undefined],
  ['/%ff', undefined],
])('the target %s is parted', (target, expected) => {
  expect(partTarget(target)).toEqual(expected);
});
