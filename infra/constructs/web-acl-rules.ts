import type { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import { busyHeader } from '#shared/http/busy-header.ts';
import type { CountedPaths } from '../counted-paths.ts';
import type { AddressLimit } from '../limit-settings.ts';

/** A rule whose priority is its place in the list. */
export type Unordered = Omit<CfnWebACL.RuleProperty, 'priority'>;

/** No samples: a sampled request would show receipts in paths and keys in headers. */
export const metric = (metricName: string): CfnWebACL.VisibilityConfigProperty => ({
  metricName,
  cloudWatchMetricsEnabled: true,
  sampledRequestsEnabled: false,
});

/** Whom the answer to too many requests is for. */
export type TooManyBody = 'too-many' | 'too-many-page';

interface RateRule {
  readonly name: string;
  readonly limit: AddressLimit;
  readonly of: CfnWebACL.StatementProperty;
}

/** Refuses, with 429, an address with more than so many of these requests. */
export function requestsRule(rule: RateRule & { readonly body?: TooManyBody }): Unordered {
  const { name, limit, body = 'too-many' } = rule;
  return {
    name,
    statement: addressRate(rule),
    action: {
      block: {
        customResponse: {
          responseCode: 429,
          customResponseBodyKey: body,
          responseHeaders: [{ name: 'Retry-After', value: String(limit.seconds) }],
        },
      },
    },
    visibilityConfig: metric(name),
  };
}

/** Lets an address with more than so many of these requests through, marked by a header (shared/http/busy-header.ts). */
export function markRule(rule: RateRule): Unordered {
  return {
    name: rule.name,
    statement: addressRate(rule),
    action: { count: { customRequestHandling: { insertHeaders: [{ name: markName, value: '1' }] } } },
    visibilityConfig: metric(rule.name),
  };
}

/** WAF writes `x-amzn-waf-` before it. */
const markName = busyHeader.replace(/^x-amzn-waf-/, '');

function addressRate({ limit: { most, seconds }, of }: RateRule): CfnWebACL.StatementProperty {
  return {
    rateBasedStatement: {
      limit: most,
      aggregateKeyType: 'IP',
      evaluationWindowSec: seconds,
      scopeDownStatement: of,
    },
  };
}

/** Requests by these paths and, where it says so, this method. */
export function requestsTo({
  method,
  exactly,
  startingWith,
  endingWith,
}: Pick<CountedPaths, 'method' | 'exactly' | 'startingWith' | 'endingWith'>): CfnWebACL.StatementProperty {
  const paths = anyOf([
    ...exactly.map((path) => pathIs(path)),
    ...startingWith.map((path) => pathIs(path, 'STARTS_WITH')),
  ]);
  const more = [
    ...(method === undefined ? [] : [methodIs(method)]),
    ...(endingWith === undefined ? [] : [pathIs(endingWith, 'ENDS_WITH')]),
  ];
  return more.length === 0 ? paths : { andStatement: { statements: [...more, paths] } };
}

/** WAF wants two or more within an OR. */
export function anyOf(statements: readonly CfnWebACL.StatementProperty[]): CfnWebACL.StatementProperty {
  const [first, ...others] = statements;
  if (first === undefined) {
    throw new Error('a rule that no request meets');
  }
  return others.length === 0 ? first : { orStatement: { statements: [...statements] } };
}

function methodIs(method: string): CfnWebACL.StatementProperty {
  return {
    byteMatchStatement: {
      fieldToMatch: { method: {} },
      positionalConstraint: 'EXACTLY',
      searchString: method,
      textTransformations: [{ priority: 0, type: 'NONE' }],
    },
  };
}

export function pathIs(
  path: string,
  positionalConstraint: 'EXACTLY' | 'STARTS_WITH' | 'ENDS_WITH' = 'EXACTLY',
): CfnWebACL.StatementProperty {
  return {
    byteMatchStatement: {
      fieldToMatch: { uriPath: {} },
      positionalConstraint,
      searchString: path,
      // As the HTTP API reads it: `%69nfobip` is `infobip`.
      textTransformations: [{ priority: 0, type: 'URL_DECODE' }],
    },
  };
}

/** A group of rules by Amazon, some of which only count; `scopeDownStatement`: for these requests alone. */
export function managedRule(
  name: string,
  counted: readonly string[],
  scopeDownStatement?: CfnWebACL.StatementProperty,
): Unordered {
  return {
    name,
    statement: {
      managedRuleGroupStatement: {
        vendorName: 'AWS',
        name,
        ruleActionOverrides: counted.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
        ...(scopeDownStatement === undefined ? {} : { scopeDownStatement }),
      },
    },
    overrideAction: { none: {} },
    visibilityConfig: metric(name),
  };
}
