import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';
import { functionSpecs } from '../functions.ts';

/** Paths that may carry more than the edge can look into; their functions have limits of their own. */
const largeBodyPaths = ['/v1/reports/batch'];

/** How the paths begin that ask for a regulator's key, for example `/v1/complaints`. */
const regulatorPaths = [
  ...new Set(
    functionSpecs
      .flatMap(({ routes = [] }) => routes)
      .filter((route) => route.for === 'regulators')
      .map(({ route }) => /^\S+ (\/v\d+\/[a-z]+)/.exec(route)?.[1] ?? route),
  ),
];

/** The most that WAF reads of a body at CloudFront. */
const inspectedKilobytes = 64;

const problemBody = (title: string, status: number) => ({
  contentType: 'APPLICATION_JSON',
  content: JSON.stringify({ type: 'about:blank', title, status }),
});

/** No samples: a sampled request would show receipts in paths and keys in headers. */
const metric = (metricName: string): CfnWebACL.VisibilityConfigProperty => ({
  metricName,
  cloudWatchMetricsEnabled: true,
  sampledRequestsEnabled: false,
});

interface WebAclProps {
  /** In five minutes; so is the other. */
  readonly requestsPerAddress: number;
  readonly regulatorRequestsPerAddress: number;
}

/** The rules at the edge: requests per address, size of bodies, Amazon's common rules without those that read quoted spam as an attack. */
export function createWebAcl(scope: Construct, id: string, limits: WebAclProps): CfnWebACL {
  // By path, not by header: anybody can add an Authorization header to a report.
  const forRegulators = { orStatement: { statements: regulatorPaths.map((path) => pathIs(path, 'STARTS_WITH')) } };
  const forAnyone = { notStatement: { statement: forRegulators } };
  return new CfnWebACL(scope, id, {
    scope: 'CLOUDFRONT',
    defaultAction: { allow: {} },
    visibilityConfig: metric('ringfence'),
    associationConfig: { requestBody: { CLOUDFRONT: { defaultSizeInspectionLimit: `KB_${inspectedKilobytes}` } } },
    customResponseBodies: {
      'too-many': problemBody('Too Many Requests', 429),
      'too-large': problemBody('Content Too Large', 413),
    },
    rules: [
      requestsRule(0, 'requests-per-address', limits.requestsPerAddress, forAnyone),
      requestsRule(1, 'regulator-requests-per-address', limits.regulatorRequestsPerAddress, forRegulators),
      bodyRule(2),
      // A report quotes a spam text: links, scripts and paths in a body are its subject, not an attack.
      managedRule(3, 'AWSManagedRulesCommonRuleSet', [
        'SizeRestrictions_BODY',
        'GenericRFI_BODY',
        'GenericLFI_BODY',
        'CrossSiteScripting_BODY',
        'EC2MetaDataSSRF_BODY',
        'NoUserAgent_HEADER',
      ]),
      managedRule(4, 'AWSManagedRulesKnownBadInputsRuleSet', ['JavaDeserializationRCE_BODY', 'Log4JRCE_BODY']),
    ],
  });
}

function requestsRule(
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

function bodyRule(priority: number): CfnWebACL.RuleProperty {
  return {
    name: 'body-size',
    priority,
    statement: {
      andStatement: {
        statements: [
          {
            sizeConstraintStatement: {
              // What WAF cannot see the end of counts as too large instead of passing unread.
              fieldToMatch: { body: { oversizeHandling: 'MATCH' } },
              comparisonOperator: 'GT',
              size: inspectedKilobytes * 1024,
              textTransformations: [{ priority: 0, type: 'NONE' }],
            },
          },
          ...largeBodyPaths.map((path) => ({ notStatement: { statement: pathIs(path) } })),
        ],
      },
    },
    action: { block: { customResponse: { responseCode: 413, customResponseBodyKey: 'too-large' } } },
    visibilityConfig: metric('body-size'),
  };
}

function pathIs(
  path: string,
  positionalConstraint: 'EXACTLY' | 'STARTS_WITH' = 'EXACTLY',
): CfnWebACL.StatementProperty {
  return {
    byteMatchStatement: {
      fieldToMatch: { uriPath: {} },
      positionalConstraint,
      searchString: path,
      textTransformations: [{ priority: 0, type: 'NONE' }],
    },
  };
}

function managedRule(priority: number, name: string, counted: readonly string[]): CfnWebACL.RuleProperty {
  return {
    name,
    priority,
    statement: {
      managedRuleGroupStatement: {
        vendorName: 'AWS',
        name,
        ruleActionOverrides: counted.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
      },
    },
    overrideAction: { none: {} },
    visibilityConfig: metric(name),
  };
}
