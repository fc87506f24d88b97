import type { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';

/** No samples: a sampled request would show receipts in paths and keys in headers. */
export const metric = (metricName: string): CfnWebACL.VisibilityConfigProperty => ({
  metricName,
  cloudWatchMetricsEnabled: true,
  sampledRequestsEnabled: false,
});

/** Refuses, with 429, an address with more than so many requests in five minutes. */
export function requestsRule(
  priority: number,
  name: string,
  limit: number,
  scopeDownStatement: CfnWebACL.StatementProperty,
): CfnWebACL.RuleProperty {
  return {
    name,
    priority,
    statement: { rateBasedStatement: { limit, aggregateKeyType: 'IP', evaluationWindowSec: 300, scopeDownStatement } },
    action: {
      block: {
        customResponse: {
          responseCode: 429,
          customResponseBodyKey: 'too-many',
          responseHeaders: [{ name: 'Retry-After', value: '300' }],
        },
      },
    },
    visibilityConfig: metric(name),
  };
}

export function pathIs(
  path: string,
  positionalConstraint: 'EXACTLY' | 'STARTS_WITH' = 'EXACTLY',
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
  priority: number,
  name: string,
  counted: readonly string[],
  scopeDownStatement?: CfnWebACL.StatementProperty,
): CfnWebACL.RuleProperty {
  return {
    name,
    priority,
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
