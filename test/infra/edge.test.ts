import { describe, expect, it } from 'vitest';
import { functionSpecs } from '#infra/functions.ts';
import { localSettings, settingsSchema } from '#infra/settings.ts';
import { at, defaultSettings, fullSettings, mentions, ofType, type Resource, synthesise } from './synthesised.ts';

const resources = synthesise(defaultSettings);
const rulesOf = (acl: unknown): readonly unknown[] => {
  const rules = at(acl, 'Rules');
  return Array.isArray(rules) ? rules : [];
};
const only = (type: string, of = resources): Resource => {
  const [resource, ...others] = ofType(of, type);
  if (resource === undefined || others.length > 0) {
    throw new Error(`there is not exactly one ${type}`);
  }
  return resource;
};

describe('the edge', () => {
  const distribution = at(only('AWS::CloudFront::Distribution').properties, 'DistributionConfig');

  it('shows the API a secret that stands in no template', () => {
    const [header] = [at(distribution, 'Origins', 0, 'OriginCustomHeaders', 0)];
    expect(at(header, 'HeaderName')).toBe('x-origin-secret');
    expect(JSON.stringify(at(header, 'HeaderValue'))).toMatch(/\{\{resolve:secretsmanager:.*OriginSecret/);
    expect(
      only(
        'AWS::SecretsManager::Secret',
        ofType(resources, 'AWS::SecretsManager::Secret').filter(({ id }) => id.startsWith('Origin')),
      ).properties,
    ).toHaveProperty('GenerateSecretString');
  });

  it('has every function that answers the API ask for that secret', () => {
    const integrations = ofType(resources, 'AWS::ApiGatewayV2::Integration');
    for (const { id, properties } of ofType(resources, 'AWS::Lambda::Function')) {
      const answers = integrations.some((integration) => mentions(integration.properties, id));
      expect(at(properties, 'Environment', 'Variables', 'ORIGIN_SECRET_ARN') !== undefined, id).toBe(answers);
    }
  });

  it('keeps nothing, lets every method through, and speaks TLS on both sides', () => {
    expect(at(distribution, 'DefaultCacheBehavior')).toMatchObject({
      ViewerProtocolPolicy: 'https-only',
      // Managed policy "CachingDisabled".
      CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
      AllowedMethods: ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE'],
    });
    expect(at(distribution, 'Origins', 0, 'CustomOriginConfig')).toMatchObject({
      OriginProtocolPolicy: 'https-only',
      OriginSSLProtocols: ['TLSv1.2'],
    });
    expect(at(distribution, 'Logging')).toBeUndefined();
  });

  it('keeps no error either: one caller must not be answered with what another was refused', () => {
    // Ten seconds is CloudFront's default for each of these; 410 cannot be set.
    expect(at(distribution, 'CustomErrorResponses')).toEqual(
      [400, 403, 404, 405, 414, 500, 501, 502, 503, 504].map((ErrorCode) => ({ ErrorCode, ErrorCachingMinTTL: 0 })),
    );
  });

  it('stands in the region of CloudFront', () => {
    expect(defaultSettings.region).toBe('us-east-1');
  });

  it('is what the directory names as address; without it, the API itself', () => {
    expect(
      mentions(only('AWS::SSM::Parameter').properties, 'DistributionDomainName') ||
        mentions(only('AWS::SSM::Parameter').properties, 'ringfence-prod-edge'),
    ).toBe(true);
    const local = synthesise(localSettings);
    expect(mentions(only('AWS::SSM::Parameter', local).properties, 'edge')).toBe(false);
  });

  it('can be left out: no distribution, no secret, no header asked for', () => {
    const bare = synthesise(settingsSchema.parse({ edge: { enabled: false } }));
    expect(bare.filter(({ type }) => /CloudFront|WAFv2/.test(type))).toEqual([]);
    expect(mentions(bare, 'ORIGIN_SECRET_ARN')).toBe(false);
    expect(ofType(bare, 'AWS::SecretsManager::Secret')).toHaveLength(1);
  });

  it('can have a name of its own', () => {
    const certificateArn = 'arn:aws:acm:us-east-1:111122223333:certificate/0a1b';
    const named = synthesise(
      settingsSchema.parse({ edge: { domain: { name: 'report.example.org', certificateArn } } }),
    );
    expect(at(only('AWS::CloudFront::Distribution', named).properties, 'DistributionConfig')).toMatchObject({
      Aliases: ['report.example.org'],
      ViewerCertificate: { AcmCertificateArn: certificateArn, MinimumProtocolVersion: 'TLSv1.2_2021' },
    });
  });
});

describe('the web ACL', () => {
  const { properties } = only('AWS::WAFv2::WebACL');
  const rule = (name: string, of: unknown = properties) => rulesOf(of).find((one) => at(one, 'Name') === name);

  it('T12: limits requests per address, and says when to come back', () => {
    expect(rule('requests-per-address')).toMatchObject({
      Statement: { RateBasedStatement: { AggregateKeyType: 'IP', Limit: 1500, EvaluationWindowSec: 300 } },
      Action: {
        Block: { CustomResponse: { ResponseCode: 429, ResponseHeaders: [{ Name: 'Retry-After', Value: '300' }] } },
      },
    });
  });

  it('T12: counts what regulators read apart, by paths and not by a header that anybody can send', () => {
    const prefixes = ['/v1/offenders', '/v1/audit', '/v1/exports', '/v1/complaints'];
    const begins = prefixes.map((SearchString) => ({
      ByteMatchStatement: expect.objectContaining({ SearchString, PositionalConstraint: 'STARTS_WITH' }),
    }));
    expect(at(rule('requests-per-address'), 'Statement', 'RateBasedStatement', 'ScopeDownStatement')).toEqual({
      NotStatement: { Statement: { OrStatement: { Statements: begins } } },
    });
    expect(at(rule('regulator-requests-per-address'), 'Statement', 'RateBasedStatement')).toMatchObject({
      Limit: 20_000,
      ScopeDownStatement: { OrStatement: { Statements: begins } },
    });
    for (const { route, for: whom } of functionSpecs.flatMap(({ routes = [] }) => routes)) {
      expect(
        prefixes.some((prefix) => route.includes(` ${prefix}`)),
        route,
      ).toBe(whom === 'regulators');
    }
  });

  it('T12: refuses bodies it cannot read to the end, but for the batch and call logs', () => {
    expect(at(properties, 'AssociationConfig', 'RequestBody', 'CLOUDFRONT')).toEqual({
      DefaultSizeInspectionLimit: 'KB_64',
    });
    expect(rule('body-size')).toMatchObject({
      Statement: {
        AndStatement: {
          Statements: [
            {
              SizeConstraintStatement: {
                FieldToMatch: { Body: { OversizeHandling: 'MATCH' } },
                ComparisonOperator: 'GT',
                Size: 65_536,
              },
            },
            { NotStatement: { Statement: { ByteMatchStatement: { SearchString: '/v1/reports/batch' } } } },
            { NotStatement: { Statement: { ByteMatchStatement: { SearchString: '/v1/call-logs' } } } },
          ],
        },
      },
      Action: { Block: { CustomResponse: { ResponseCode: 413 } } },
    });
  });

  it('T3, T12: gives SMS gateways a limit of their own, and opens webhooks without a signature to known addresses only', () => {
    const full = synthesise(fullSettings);
    const acl = only('AWS::WAFv2::WebACL', full).properties;
    const inFull = (name: string) => rule(name, acl);
    const path = (SearchString: string) => ({
      ByteMatchStatement: expect.objectContaining({
        SearchString,
        PositionalConstraint: 'STARTS_WITH',
        // `%69nfobip` reaches the same function.
        TextTransformations: [{ Priority: 0, Type: 'URL_DECODE' }],
      }),
    });
    expect(
      at(
        inFull('requests-per-address'),
        ...['Statement', 'RateBasedStatement', 'ScopeDownStatement', 'NotStatement', 'Statement'],
      ),
    ).toEqual({
      OrStatement: { Statements: expect.arrayContaining([path('/v1/sms/')]) },
    });
    // What is refused here for its size would not come again: the function has a limit of its own.
    expect(at(inFull('body-size'), 'Statement', 'AndStatement', 'Statements', 3)).toEqual({
      NotStatement: { Statement: path('/v1/sms/') },
    });
    expect(
      at(inFull('AWSManagedRulesCommonRuleSet'), 'Statement', 'ManagedRuleGroupStatement', 'ScopeDownStatement'),
    ).toEqual({
      NotStatement: { Statement: path('/v1/sms/') },
    });
    expect(at(inFull('gateway-requests-per-address'), 'Statement', 'RateBasedStatement')).toMatchObject({
      Limit: 200_000,
      ScopeDownStatement: path('/v1/sms/'),
    });
    const notIn = { NotStatement: { Statement: { IPSetReferenceStatement: expect.anything() } } };
    expect(inFull('infobip-addresses')).toMatchObject({
      Statement: { AndStatement: { Statements: [path('/v1/sms/infobip'), notIn, notIn] } },
      Action: { Block: {} },
    });
    expect(inFull('generic-addresses')).toMatchObject({
      Statement: { AndStatement: { Statements: [path('/v1/sms/generic'), notIn] } },
      Action: { Block: {} },
    });
    expect(ofType(full, 'AWS::WAFv2::IPSet').map(({ properties }) => properties['Addresses'])).toEqual([
      ['192.0.2.0/24'],
      ['2001:db8::/32'],
      ['198.51.100.7/32'],
    ]);
  });

  it("applies Amazon's common rules without those that take quoted spam for an attack", () => {
    expect(at(rule('AWSManagedRulesCommonRuleSet'), 'Statement', 'ManagedRuleGroupStatement')).toMatchObject({
      Name: 'AWSManagedRulesCommonRuleSet',
      RuleActionOverrides: expect.arrayContaining([
        { Name: 'SizeRestrictions_BODY', ActionToUse: { Count: {} } },
        { Name: 'CrossSiteScripting_BODY', ActionToUse: { Count: {} } },
        { Name: 'GenericRFI_BODY', ActionToUse: { Count: {} } },
      ]),
    });
  });

  it('T8: keeps no samples of requests, which would show receipts and keys', () => {
    expect(JSON.stringify(properties)).not.toContain('"SampledRequestsEnabled":true');
  });
});
