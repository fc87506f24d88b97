import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';

/** Paths that may carry more than the edge can look into; their functions have limits of their own. */
const largeBodyPaths = ['/v1/reports/batch'];

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
  /** In five minutes. */
  readonly requestsPerAddress: number;
}

/** The rules at the edge: requests per address, size of bodies, Amazon's common rules without those that read quoted spam as an attack. */
export function createWebAcl(scope: Construct, id: string, { requestsPerAddress }: WebAclProps): CfnWebACL {
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
      requestsRule(0, requestsPerAddress),
      bodyRule(1),
      // A report quotes a spam text: links, scripts and paths in a body are its subject, not an attack.
      managedRule(2, 'AWSManagedRulesCommonRuleSet', [
        'SizeRestrictions_BODY',
        'GenericRFI_BODY',
        'GenericLFI_BODY',
        'CrossSiteScripting_BODY',
        'EC2MetaDataSSRF_BODY',
        'NoUserAgent_HEADER',
      ]),
      managedRule(3, 'AWSManagedRulesKnownBadInputsRuleSet', ['JavaDeserializationRCE_BODY', 'Log4JRCE_BODY']),
    ],
  });
}

function requestsRule(priority: number, limit: number): CfnWebACL.RuleProperty {
  return {
    name: 'requests-per-address',
    priority,
    statement: { rateBasedStatement: { limit, aggregateKeyType: 'IP', evaluationWindowSec: 300 } },
    action: {
      block: {
        customResponse: {
          responseCode: 429,
          customResponseBodyKey: 'too-many',
          responseHeaders: [{ name: 'Retry-After', value: '300' }],
        },
      },
    },
    visibilityConfig: metric('requests-per-address'),
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

function pathIs(path: string): CfnWebACL.StatementProperty {
  return {
    byteMatchStatement: {
      fieldToMatch: { uriPath: {} },
      positionalConstraint: 'EXACTLY',
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
