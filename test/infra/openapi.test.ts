import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { functionSpecs } from '#infra/functions.ts';
import { describedRoutes, openApiDocument } from '#infra/openapi/document.ts';

test('the served document is the one the schemas make (npm run openapi)', () => {
  const served: unknown = JSON.parse(readFileSync('functions/describe-service/openapi.json', 'utf8'));
  expect(served).toEqual(openApiDocument());
});

test('every route that a deployment may have is described, of the pages the way in, and nothing else', () => {
  const routes = functionSpecs
    .flatMap(({ routes: own = [] }) => own)
    .filter(({ route, page }) => page !== true || route === 'GET /')
    .map(({ route }) => route);
  expect([...describedRoutes].sort()).toEqual(routes.filter((route) => route !== '$default').sort());
});

test('every named schema that the document refers to is in it', () => {
  const text = JSON.stringify(openApiDocument());
  const { components } = JSON.parse(text);
  const named = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map((match) => match[1]);
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((name) => !Object.hasOwn(components.schemas, name ?? ''))).toEqual([]);
});
