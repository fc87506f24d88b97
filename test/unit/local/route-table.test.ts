import { describe, expect, test } from 'vitest';
import { createRouteTable } from '#infra/local/http/route-table.ts';

const route = (routeKey: string) => ({ routeKey, functionArn: 'arn', timeoutMilliseconds: 30_000 });
const keys = [
  'ANY /{proxy+}',
  'GET /pets/{id}',
  'GET /pets/dog',
  'ANY /pets/{id}',
  'GET /pets/{proxy+}',
  'GET /pets/{id}/letter.txt',
  'GET /a/{b}/c',
  'GET /a/b/{c}',
  'POST /pets',
];
const match = createRouteTable(keys.map(route));
const withDefault = createRouteTable([...keys.slice(1), '$default'].map(route));

describe('the most specific route wins', () => {
  test.each([
    ['GET', '/pets/dog', 'GET /pets/dog', {}],
    ['GET', '/pets/7', 'GET /pets/{id}', { id: '7' }],
    ['DELETE', '/pets/7', 'ANY /pets/{id}', { id: '7' }],
    ['GET', '/pets/7/toys/2', 'GET /pets/{proxy+}', { proxy: '7/toys/2' }],
    ['GET', '/pets/7/letter.txt', 'GET /pets/{id}/letter.txt', { id: '7' }],
    ['GET', '/a/b/c', 'GET /a/b/{c}', { c: 'c' }],
    ['POST', '/pets', 'POST /pets', {}],
    ['GET', '/pets', 'ANY /{proxy+}', { proxy: 'pets' }],
    ['HEAD', '/pets/dog', 'ANY /pets/{id}', { id: 'dog' }],
    ['GET', '/PETS/dog', 'ANY /{proxy+}', { proxy: 'PETS/dog' }],
  ])('%s %s', (method, path, routeKey, pathParameters) => {
    expect(match(method, path)).toMatchObject({ route: { routeKey }, pathParameters });
  });
});

describe('without a match', () => {
  test('nothing, if there is no $default', () => {
    expect(createRouteTable([route('GET /x')])('HEAD', '/x')).toBeUndefined();
    expect(createRouteTable([route('GET /x')])('GET', '/x/')).toBeUndefined();
  });

  test('an empty variable is no match', () => {
    expect(withDefault('GET', '/pets/')).toMatchObject({ route: { routeKey: '$default' }, pathParameters: {} });
  });

  test('$default takes the rest', () => {
    expect(withDefault('PUT', '/nowhere')).toMatchObject({ route: { routeKey: '$default' } });
  });
});
