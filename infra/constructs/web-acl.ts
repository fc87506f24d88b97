import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';
import { functionSpecs } from '../functions.ts';
import type { Settings } from '../settings.ts';
import { webhookGatewaysOn } from '../sms-settings.ts';
import { gatewayPath, gatewayRules } from './gateway-rules.ts';
import { managedRule, metric, pathIs, requestsRule } from './web-acl-rules.ts';

/** Paths that may carry more than the edge can look into; their functions have limits of their own. */
const largeBodyPaths = ['/v1/reports/batch', '/v1/call-logs'];

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

/**
 * The rules at the edge: requests per address, size of bodies, Amazon's common rules without those that read quoted spam
 * as an attack. SMS gateways have limits of their own: they bring all people's texts from a few addresses, and several in
 * one body, of which the function takes up to 256 KB.
 */
export function createWebAcl(scope: Construct, id: string, { edge, sms }: Pick<Settings, 'edge' | 'sms'>): CfnWebACL {
  // By path, not by header: anybody can add an Authorization header to a report.
  const forRegulators = { orStatement: { statements: regulatorPaths.map((path) => pathIs(path, 'STARTS_WITH')) } };
  const gateways = webhookGatewaysOn(sms).length > 0;
  const byGateways = pathIs(gatewayPath, 'STARTS_WITH');
  const forAnyone = {
    notStatement: {
      statement: gateways
        ? { orStatement: { statements: [...forRegulators.orStatement.statements, byGateways] } }
        : forRegulators,
    },
  };
  // A text may come in the query, where these rules take a quoted link for an attack; the function checks who signed it.
  const notGateways = gateways ? { notStatement: { statement: byGateways } } : undefined;
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
      requestsRule(0, 'requests-per-address', edge.requestsPerAddress, forAnyone),
      requestsRule(1, 'regulator-requests-per-address', edge.regulatorRequestsPerAddress, forRegulators),
      bodyRule(2, [...largeBodyPaths.map((path) => pathIs(path)), ...(gateways ? [byGateways] : [])]),
      // A report quotes a spam text: links, scripts and paths in a body are its subject, not an attack.
      managedRule(
        3,
        'AWSManagedRulesCommonRuleSet',
        [
          'SizeRestrictions_BODY',
          'GenericRFI_BODY',
          'GenericLFI_BODY',
          'CrossSiteScripting_BODY',
          'EC2MetaDataSSRF_BODY',
          'NoUserAgent_HEADER',
        ],
        notGateways,
      ),
      managedRule(
        4,
        'AWSManagedRulesKnownBadInputsRuleSet',
        ['JavaDeserializationRCE_BODY', 'Log4JRCE_BODY'],
        notGateways,
      ),
      ...(gateways ? gatewayRules(scope, 5, { edge, sms }) : []),
    ],
  });
}

function bodyRule(priority: number, unless: readonly CfnWebACL.StatementProperty[]): CfnWebACL.RuleProperty {
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
          ...unless.map((statement) => ({ notStatement: { statement } })),
        ],
      },
    },
    action: { block: { customResponse: { responseCode: 413, customResponseBodyKey: 'too-large' } } },
    visibilityConfig: metric('body-size'),
  };
}
