import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  type DistributionProps,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  OriginSslPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { originHeader } from '#shared/http/origin-header.ts';
import { createWebAcl } from '../constructs/web-acl.ts';
import type { Settings } from '../settings.ts';
import type { ServiceStack } from './service-stack.ts';

interface EdgeStackProps extends StackProps {
  readonly settings: Settings;
  readonly service: ServiceStack;
  readonly originSecret: Secret;
}

/**
 * Every status whose time at the edge can be set. CloudFront keeps errors for ten seconds whatever the cache policy and
 * `no-store` say, under the address alone: one caller's 404 would answer the next caller's key. 416 is never kept.
 * 410 cannot be set; ours (a complaint withdrawn before it was taken) is final and says nothing else.
 */
const settableErrors = [400, 403, 404, 405, 414, 500, 501, 502, 503, 504];

/** The public front. WAF cannot stand on an HTTP API, so CloudFront stands before it and shows it a secret. */
export class EdgeStack extends Stack {
  /** `https://…`, without a slash at the end. */
  readonly address: string;

  constructor(scope: Construct, id: string, { settings, service, originSecret, ...props }: EdgeStackProps) {
    super(scope, id, props);
    const webAcl = createWebAcl(this, 'WebAcl', settings);
    const { apiId } = service.api.api;
    const distribution = new Distribution(this, 'Distribution', {
      comment: `Ringfence ${settings.stage}`,
      webAclId: webAcl.attrArn,
      httpVersion: HttpVersion.HTTP2_AND_3,
      errorResponses: settableErrors.map((httpStatus) => ({ httpStatus, ttl: Duration.seconds(0) })),
      ...this.#ownName(settings.edge.domain),
      defaultBehavior: {
        origin: new HttpOrigin(`${apiId}.execute-api.${this.region}.${this.urlSuffix}`, {
          protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
          originSslProtocols: [OriginSslPolicy.TLS_V1_2],
          readTimeout: Duration.seconds(30),
          customHeaders: { [originHeader]: originSecret.secretValue.unsafeUnwrap() },
        }),
        viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
        allowedMethods: AllowedMethods.ALLOW_ALL,
        // Answers are about people; nothing of them rests at the edge. This policy also keeps simultaneous requests
        // for one address apart, whatever key they show; errors take `errorResponses` besides.
        cachePolicy: CachePolicy.CACHING_DISABLED,
        originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      },
    });
    // Exported even while a name of its own is the address, so that the name can be set without an export in use.
    this.exportValue(distribution.distributionDomainName);
    this.address = `https://${settings.edge.domain?.name ?? distribution.distributionDomainName}`;
  }

  #ownName(
    domain: Settings['edge']['domain'],
  ): Pick<DistributionProps, 'domainNames' | 'certificate' | 'minimumProtocolVersion'> {
    return domain === null
      ? {}
      : {
          domainNames: [domain.name],
          minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
          certificate: Certificate.fromCertificateArn(this, 'Certificate', domain.certificateArn),
        };
  }
}
