import { CfnIPSet, type CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';
import type { Settings } from '../settings.ts';
import { metric, pathIs, requestsRule } from './web-acl-rules.ts';

/** How the paths begin that SMS gateways call. */
export const gatewayPath = '/v1/sms/';

/** Rules for what SMS gateways bring, with priorities from `first` on. */
export function gatewayRules(
  scope: Construct,
  first: number,
  { edge, sms }: Pick<Settings, 'edge' | 'sms'>,
): CfnWebACL.RuleProperty[] {
  const requests = requestsRule(
    first,
    'gateway-requests-per-address',
    edge.gatewayRequestsPerAddress,
    pathIs(gatewayPath, 'STARTS_WITH'),
  );
  const addresses = sms.infobip?.allowedAddresses ?? [];
  return addresses.length === 0 ? [requests] : [requests, infobipRule(scope, first + 1, addresses)];
}

/** Infobip signs nothing: besides the secret it shows, its webhook is open to its own addresses only. */
function infobipRule(scope: Construct, priority: number, addresses: readonly string[]): CfnWebACL.RuleProperty {
  const isV6 = (address: string) => address.includes(':');
  const sets = [
    { version: 'IPV4', addresses: addresses.filter((address) => !isV6(address)) },
    { version: 'IPV6', addresses: addresses.filter(isV6) },
  ].filter((set) => set.addresses.length > 0);
  const known = sets.map((set): CfnWebACL.StatementProperty => {
    const { attrArn: arn } = new CfnIPSet(scope, `Infobip${set.version}`, {
      scope: 'CLOUDFRONT',
      description: 'Where the webhooks of Infobip come from',
      ipAddressVersion: set.version,
      addresses: set.addresses,
    });
    return { ipSetReferenceStatement: { arn } };
  });
  return {
    name: 'infobip-addresses',
    priority,
    statement: {
      andStatement: {
        statements: [
          pathIs(`${gatewayPath}infobip`, 'STARTS_WITH'),
          ...known.map((statement) => ({ notStatement: { statement } })),
        ],
      },
    },
    action: { block: {} },
    visibilityConfig: metric('infobip-addresses'),
  };
}
