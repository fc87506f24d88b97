import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { createWebAcl } from '#infra/constructs/web-acl.ts';
import { countedPaths, provenPaths } from '#infra/counted-paths.ts';
import { functionSpecs } from '#infra/functions.ts';
import { createEdge } from '#infra/local/edge/edge.ts';
import { rateRulesOf, webAclSchema } from '#infra/local/edge/web-acl.ts';
import type { Settings } from '#infra/settings.ts';
import { at, defaultSettings, fullSettings } from './synthesised.ts';

/** The web ACL alone, which is quicker than the whole app. */
function aclOf(settings: Settings) {
  const stack = new Stack();
  createWebAcl(stack, 'Acl', settings);
  const [acl] = Object.values(Template.fromStack(stack).findResources('AWS::WAFv2::WebACL'));
  return webAclSchema.parse(at(acl, 'Properties'));
}
const rules = rateRulesOf(aclOf(defaultSettings));
const routes = functionSpecs.flatMap(({ routes: own = [] }) => own).filter(({ route }) => route.includes(' '));

/** A request as this route takes it. */
const requestFor = (route: string, address = '192.0.2.1') => {
  const [method = '', path = ''] = route.split(' ');
  return { method, rawPath: path.replaceAll(/\{[^}]+\}/g, 'X'), address };
};
const rulesFor = (route: string) => rules.filter(({ counts }) => counts(requestFor(route))).map(({ name }) => name);

/** How many of these requests, one after the other, the edge of the template lets pass; and what the next is told. */
function firstRefusal(route: string, most = 2000) {
  let now = 0;
  const edge = createEdge({ rules, originHeaders: [] }, () => now);
  for (let passed = 0; passed <= most; passed += 1) {
    const passage = edge.pass(requestFor(route));
    if (passage.kind === 'refused') {
      const other = edge.pass(requestFor(route, '192.0.2.2')).kind;
      now += 600_000;
      return { passed, refusal: passage.refusal, other, later: edge.pass(requestFor(route)).kind };
    }
  }
  throw new Error(`${route} is never refused`);
}

describe('requests per address', () => {
  test('T12, T14: whatever anybody can change, send or look up by receipt has a limit of its own', () => {
    const free = routes
      .filter(({ route, for: whom }) => whom === 'anyone' && (!route.startsWith('GET ') || route.includes('{receipt}')))
      .filter(({ route }) => rulesFor(route).every((name) => name === 'requests-per-address'));
    expect(free.map(({ route }) => route)).toEqual([]);
  });

  test('whose senders the edge marks is checked by the function that takes the form; no other is told how', () => {
    const marked = provenPaths.flatMap(({ exactly }) => exactly.map((path) => `POST ${path}`));
    const checking = functionSpecs.filter(({ settings = [] }) => settings.includes('FORM_CHECKS'));
    const checked = checking.flatMap(({ routes: own = [] }) => own.map(({ route }) => route));
    expect(marked.length).toBeGreaterThan(0);
    expect(marked.filter((route) => !checked.includes(route))).toEqual([]);
    expect(checking.map(({ name }) => name)).toEqual(['serve-pages', 'serve-contest']);
  });

  test('a line is limited wherever the public makes reports by API and web', () => {
    expect(functionSpecs.filter(({ talliesReporters }) => talliesReporters).map(({ name }) => name)).toEqual([
      'take-report',
      'serve-pages',
      'serve-log-reports',
    ]);
  });

  test('every counted path is one of a route', () => {
    const paths = routes.map(({ route }) => route.split(' ')[1] ?? '');
    for (const { exactly } of countedPaths) {
      expect(exactly.filter((path) => !paths.includes(path))).toEqual([]);
    }
    expect(countedPaths.flatMap(({ startingWith }) => startingWith)).toEqual(
      expect.arrayContaining(['/v1/reports/', '/r/']),
    );
  });

  test.each([
    ['POST /v1/reports', 60, '600', 'application/json'],
    ['POST /call', 60, '600', 'text/html'],
    ['GET /v1/reports/{receipt}', 300, '300', 'application/json'],
    ['GET /r/{receipt}', 300, '300', 'text/html'],
    ['POST /v1/call-logs', 20, '600', 'application/json'],
    ['POST /log/{id}/reports', 60, '600', 'text/html'],
    ['POST /log/{id}', 300, '300', 'text/html'],
    ['GET /log/{id}/reports', 300, '300', 'text/html'],
    ['GET /log/{id}/receipts.txt', 300, '300', 'text/html'],
    ['GET /healthz', 1500, '300', 'application/json'],
  ])(
    '%s: %i pass, the next is told to wait %s s, another address is not, and a window later all is well',
    (route, most, wait, type) => {
      const { passed, refusal, other, later } = firstRefusal(route);
      expect({ passed, other, later, status: refusal.status }).toEqual({
        passed: most,
        other: 'passed',
        later: 'passed',
        status: 429,
      });
      expect(Object.fromEntries(refusal.headers)).toEqual({ 'content-type': type, 'retry-after': wait });
    },
  );

  test('the answer to a program is a problem; to a person, words in six languages and nothing to load', () => {
    expect(JSON.parse(firstRefusal('POST /v1/reports').refusal.body)).toEqual({
      type: 'urn:ringfence:problem:too-many-requests',
      title: expect.any(String),
      status: 429,
      detail: expect.any(String),
    });
    const { body } = firstRefusal('POST /call').refusal;
    expect(body.match(/<p lang="[a-z]{2}">/g)).toHaveLength(6);
    expect(body).not.toMatch(/<(script|style|link|img)/);
    expect(Buffer.byteLength(body)).toBeLessThanOrEqual(4096);
  });

  test('looking at a form counts as nothing but a request; from the 11th form on, its sender is marked', () => {
    expect(rulesFor('GET /call')).toEqual(['requests-per-address']);
    const edge = createEdge({ rules, originHeaders: [] }, () => 0);
    const marks = Array.from({ length: 11 }, () => edge.pass(requestFor('POST /call'))).map((passage) =>
      passage.kind === 'passed' ? passage.headers : [],
    );
    expect(marks.findIndex((headers) => headers.length > 0)).toBe(10);
    expect(marks[10]).toEqual([['x-amzn-waf-busy', '1']]);
  });

  test.each(['/v1/%72eports', '/v1/reports/%62atch'])('an escaped path is counted as what it is: %s', (rawPath) => {
    const names = rules
      .filter(({ counts }) => counts({ method: 'POST', rawPath, address: '192.0.2.1' }))
      .map(({ name }) => name);
    expect(names).toContain('reports-per-address');
  });

  test('what regulators and gateways ask has only its own limit', () => {
    const full = rateRulesOf(aclOf(fullSettings));
    const named = (route: string) => full.filter(({ counts }) => counts(requestFor(route))).map(({ name }) => name);
    for (const { route, for: whom } of routes.filter(({ for: asked }) => asked !== 'anyone')) {
      expect(named(route), route).toEqual([
        whom === 'regulators' ? 'regulator-requests-per-address' : 'gateway-requests-per-address',
      ]);
    }
  });

  test('without checks of forms nobody is marked', () => {
    const none = aclOf({ ...defaultSettings, limits: { ...defaultSettings.limits, forms: null } });
    expect(JSON.stringify(none.Rules.map((rule) => at(rule, 'Name')))).not.toContain('to-prove');
  });
});

describe('the capacity of the web ACL', () => {
  /** WCU as AWS counts them (https://docs.aws.amazon.com/waf/latest/developerguide/aws-waf-capacity-units.html). */
  function units(statement: unknown): number {
    if (typeof statement !== 'object' || statement === null) {
      return 0;
    }
    const own = Object.entries(statement).map(([kind, inner]) => {
      switch (kind) {
        case 'ByteMatchStatement':
          return at(inner, 'TextTransformations', 0, 'Type') === 'NONE' ? 2 : 12;
        case 'SizeConstraintStatement':
          return 1;
        case 'IPSetReferenceStatement':
          return 1;
        case 'RateBasedStatement':
          return 2 + units(inner);
        case 'ManagedRuleGroupStatement':
          return (
            (at(inner, 'Name') === 'AWSManagedRulesCommonRuleSet' ? 700 : 200) + units(at(inner, 'ScopeDownStatement'))
          );
        default:
          return units(inner);
      }
    });
    return own.reduce((sum, one) => sum + one, 0);
  }

  test('stays within the 1,500 units that its price includes, with every gateway on', () => {
    const all = aclOf(fullSettings).Rules.reduce((sum, { Statement }) => sum + units(Statement), 0);
    console.log(`the web ACL takes ${all} units`);
    expect(all).toBeGreaterThan(900);
    expect(all).toBeLessThanOrEqual(1500);
  });
});
