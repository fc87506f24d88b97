import { describe, expect, test } from 'vitest';
import { createEdge } from '#infra/local/edge/edge.ts';
import { conditionOf, statementSchema } from '#infra/local/edge/statement.ts';
import { rateRulesOf, webAclSchema } from '#infra/local/edge/web-acl.ts';

const path = (SearchString: string, PositionalConstraint = 'EXACTLY', Type = 'URL_DECODE') => ({
  ByteMatchStatement: {
    FieldToMatch: { UriPath: {} },
    PositionalConstraint,
    SearchString,
    TextTransformations: [{ Priority: 0, Type }],
  },
});
const post = {
  ByteMatchStatement: {
    FieldToMatch: { Method: {} },
    PositionalConstraint: 'EXACTLY',
    SearchString: 'POST',
    TextTransformations: [{ Priority: 0, Type: 'NONE' }],
  },
};
const ask = (statement: unknown, method: string, rawPath: string) =>
  conditionOf(statementSchema.parse(statement))({ method, rawPath, address: '192.0.2.1' });

describe('a statement of WAF', () => {
  test.each([
    ['a path', path('/a'), 'GET', '/a', true],
    ['only the whole path', path('/a'), 'GET', '/a/b', false],
    ['how a path begins', path('/a/', 'STARTS_WITH'), 'GET', '/a/b', true],
    ['a path as API Gateway reads it', path('/a'), 'GET', '/%61', true],
    ['a path as sent', path('/a', 'EXACTLY', 'NONE'), 'GET', '/%61', false],
    ['broken escapes as they are', path('/%zz'), 'GET', '/%zz', true],
    ['a method and a path', { AndStatement: { Statements: [post, path('/a')] } }, 'POST', '/a', true],
    ['not another method', { AndStatement: { Statements: [post, path('/a')] } }, 'GET', '/a', false],
    ['one of two paths', { OrStatement: { Statements: [path('/a'), path('/b')] } }, 'GET', '/b', true],
    ['any but one path', { NotStatement: { Statement: path('/a') } }, 'GET', '/a', false],
  ])('can ask for %s', (_, statement, method, rawPath, expected) => {
    expect(ask(statement, method, rawPath)).toBe(expected);
  });

  test('of another kind stops the start rather than counting something else', () => {
    expect(statementSchema.safeParse({ GeoMatchStatement: { CountryCodes: ['US'] } }).success).toBe(false);
    expect(
      webAclSchema.safeParse({
        Rules: [{ Name: 'r', Priority: 0, Statement: { RateBasedStatement: { AggregateKeyType: 'CUSTOM_KEYS' } } }],
      }).success,
    ).toBe(false);
  });
});

test('rules that are no rates are left to Amazon', () => {
  const acl = webAclSchema.parse({ Rules: [{ Name: 'common', Statement: { ManagedRuleGroupStatement: {} } }] });
  expect(rateRulesOf(acl)).toEqual([]);
});

test('an address is let through again as its requests leave the window, one by one', () => {
  let now = 0;
  const refusal = { status: 429, headers: [], body: '' };
  const rule = { name: 'r', limit: 2, windowMilliseconds: 1000, counts: () => true };
  const edge = createEdge({ rules: [{ ...rule, beyond: { kind: 'refuse', refusal } }], originHeaders: [] }, () => now);
  const pass = (at: number, address = '192.0.2.1') => {
    now = at;
    return edge.pass({ method: 'GET', rawPath: '/', address }).kind;
  };
  expect([pass(0), pass(400), pass(500), pass(500, '192.0.2.2')]).toEqual(['passed', 'passed', 'refused', 'passed']);
  // What was refused counts as well: patience is needed, not persistence.
  expect([pass(1100), pass(2101)]).toEqual(['refused', 'passed']);
});
