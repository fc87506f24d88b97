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
import { createWebAcl } from '../constructs/web-acl.ts';
import type { Settings } from '../settings.ts';
import type { ServiceStack } from './service-stack.ts';

interface EdgeStackProps extends StackProps {
  readonly settings: Settings;
  readonly service: ServiceStack;
  readonly originSecret: Secret;
}

/** Read by shared/http/lambda-http.ts. */
const originHeader = 'x-origin-secret';

/** The public front. WAF cannot stand on an HTTP API, so CloudFront stands before it and shows it a secret. */
export class EdgeStack extends Stack {
  /** `https://…`, without a slash at the end. */
  readonly address: string;

  constructor(scope: Construct, id: string, { settings, service, originSecret, ...props }: EdgeStackProps) {
    super(scope, id, props);
    const webAcl = createWebAcl(this, 'WebAcl', settings.edge);
    const { apiId } = service.api.api;
    const distribution = new Distribution(this, 'Distribution', {
      comment: `Ringfence ${settings.stage}`,
      webAclId: webAcl.attrArn,
      httpVersion: HttpVersion.HTTP2_AND_3,
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
        // Answers are about people; nothing of them rests at the edge.
        cachePolicy: CachePolicy.CACHING_DISABLED,
        originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      },
    });
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
