import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';
import { type ProblemKind, problem } from '#shared/http/problem.ts';
import { countedPaths, provenPaths } from '../counted-paths.ts';
import { functionSpecs } from '../functions.ts';
import type { Settings } from '../settings.ts';
import { webhookGatewaysOn } from '../sms-settings.ts';
import { gatewayPath, gatewayRules } from './gateway-rules.ts';
import { tooManyPage } from './too-many-page.ts';
import {
  anyOf,
  managedRule,
  markRule,
  metric,
  pathIs,
  requestsRule,
  requestsTo,
  type Unordered,
} from './web-acl-rules.ts';

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

const problemBody = (kind: ProblemKind, status: number, detail: string) => ({
  contentType: 'APPLICATION_JSON',
  content: JSON.stringify({ ...problem(status, kind, { detail }) }),
});

/**
 * The rules at the edge: requests per address, size of bodies, Amazon's common rules without those that read quoted spam
 * as an attack. SMS gateways have limits of their own: they bring all people's texts from a few addresses, and several in
 * one body, of which the function takes up to 256 KB.
 */
export function createWebAcl(scope: Construct, id: string, settings: Pick<Settings, 'limits' | 'sms'>): CfnWebACL {
  const gateways = webhookGatewaysOn(settings.sms).length > 0;
  const byGateways = pathIs(gatewayPath, 'STARTS_WITH');
  // A text may come in the query, where these rules take a quoted link for an attack; the function checks who signed it.
  const notGateways = gateways ? { notStatement: { statement: byGateways } } : undefined;
  const rules = [
    ...addressRules(settings.limits, gateways ? [byGateways] : []),
    bodyRule([...largeBodyPaths.map((path) => pathIs(path)), ...(gateways ? [byGateways] : [])]),
    // A report quotes a spam text: links, scripts and paths in a body are its subject, not an attack.
    managedRule(
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
    managedRule('AWSManagedRulesKnownBadInputsRuleSet', ['JavaDeserializationRCE_BODY', 'Log4JRCE_BODY'], notGateways),
    ...(gateways ? gatewayRules(scope, settings) : []),
  ];
  return new CfnWebACL(scope, id, {
    scope: 'CLOUDFRONT',
    defaultAction: { allow: {} },
    visibilityConfig: metric('ringfence'),
    associationConfig: { requestBody: { CLOUDFRONT: { defaultSizeInspectionLimit: `KB_${inspectedKilobytes}` } } },
    customResponseBodies: {
      'too-many': problemBody('too-many-requests', 429, 'Wait as long as Retry-After says.'),
      'too-many-page': { contentType: 'TEXT_HTML', content: tooManyPage },
      'too-large': problemBody('too-large', 413, `A body may have at most ${inspectedKilobytes} KB here.`),
    },
    rules: rules.map((rule, priority) => ({ ...rule, priority })),
  });
}

/** Requests per address: those counted apart, then whose forms are asked for a proof, then all together. */
function addressRules(
  { perAddress, forms }: Settings['limits'],
  byGateways: readonly CfnWebACL.StatementProperty[],
): Unordered[] {
  // By path, not by header: anybody can add an Authorization header to a report.
  const byRegulators = regulatorPaths.map((path) => pathIs(path, 'STARTS_WITH'));
  return [
    ...countedPaths.map(({ name, limit, page, ...paths }) =>
      requestsRule({
        name,
        limit: perAddress[limit],
        of: requestsTo(paths),
        body: page ? 'too-many-page' : 'too-many',
      }),
    ),
    ...(forms === null ? [] : provenPaths).map(({ name, ...paths }) =>
      markRule({ name: `${name}-to-prove`, limit: perAddress.provenReports, of: requestsTo(paths) }),
    ),
    requestsRule({
      name: 'requests-per-address',
      limit: perAddress.requests,
      of: { notStatement: { statement: anyOf([...byRegulators, ...byGateways]) } },
    }),
    requestsRule({
      name: 'regulator-requests-per-address',
      limit: perAddress.regulators,
      of: anyOf(byRegulators),
    }),
  ];
}

function bodyRule(unless: readonly CfnWebACL.StatementProperty[]): Unordered {
  return {
    name: 'body-size',
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
