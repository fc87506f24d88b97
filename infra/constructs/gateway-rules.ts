import { CfnIPSet, type CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';
import type { Settings } from '../settings.ts';
import { metric, pathIs, requestsRule, type Unordered } from './web-acl-rules.ts';

/** How the paths begin that SMS gateways call. */
export const gatewayPath = '/v1/sms/';

/** Rules for what SMS gateways bring. */
export function gatewayRules(scope: Construct, { limits, sms }: Pick<Settings, 'limits' | 'sms'>): Unordered[] {
  const requests = requestsRule({
    name: 'gateway-requests-per-address',
    limit: limits.perAddress.gateways,
    of: pathIs(gatewayPath, 'STARTS_WITH'),
  });
  const guarded = [
    { name: 'infobip', addresses: sms.infobip?.allowedAddresses ?? [] },
    { name: 'generic', addresses: sms.generic?.allowedAddresses ?? [] },
  ].filter(({ addresses }) => addresses.length > 0);
  return [requests, ...guarded.map((gateway) => addressRule(scope, gateway))];
}

interface GuardedGateway {
  readonly name: string;
  readonly addresses: readonly string[];
}

/** The webhook of one gateway is open to its own addresses only. Without a length of its own an address is a network of one. */
function addressRule(scope: Construct, { name, addresses }: GuardedGateway): Unordered {
  const isV6 = (address: string) => address.includes(':');
  const network = (address: string) => (address.includes('/') ? address : `${address}/${isV6(address) ? 128 : 32}`);
  const known = (['IPV4', 'IPV6'] as const).flatMap((version): CfnWebACL.StatementProperty[] => {
    const ofVersion = addresses.filter((address) => isV6(address) === (version === 'IPV6')).map(network);
    if (ofVersion.length === 0) {
      return [];
    }
    const { attrArn: arn } = new CfnIPSet(scope, `${name}-${version}`, {
      scope: 'CLOUDFRONT',
      description: `Where the webhooks of ${name} come from`,
      ipAddressVersion: version,
      addresses: ofVersion,
    });
    return [{ ipSetReferenceStatement: { arn } }];
  });
  return {
    name: `${name}-addresses`,
    statement: {
      andStatement: {
        statements: [
          pathIs(`${gatewayPath}${name}`, 'STARTS_WITH'),
          ...known.map((statement) => ({ notStatement: { statement } })),
        ],
      },
    },
    action: { block: {} },
    visibilityConfig: metric(`${name}-addresses`),
  };
}
