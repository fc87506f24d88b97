/**
 * Behaviours of the CDK that are opt-in for old apps. They stand here, not in cdk.json, so that the command line, the
 * local run and the tests synthesise the same templates.
 */
export const featureFlags: Readonly<Record<string, unknown>> = {
  '@aws-cdk/aws-iam:minimizePolicies': true,
  '@aws-cdk/core:checkSecretUsage': true,
  '@aws-cdk/core:enablePartitionLiterals': true,
  '@aws-cdk/core:target-partitions': ['aws'],
  '@aws-cdk/aws-s3:createDefaultLoggingPolicy': true,
  '@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy': true,
  '@aws-cdk/aws-s3:publicAccessBlockedByDefault': true,
  '@aws-cdk/aws-apigateway:disableCloudWatchRole': true,
  '@aws-cdk/aws-apigateway:logGroupDestinationArnWithoutWildcard': true,
  '@aws-cdk/aws-events:eventsTargetQueueSameAccount': true,
  // Stacks refer to each other by ordinary exports and imports, which the local run resolves as well.
  '@aws-cdk/core:defaultCrossStackReferences': 'strong',
  // Names each asset's folder in the template's metadata.
  'aws:cdk:enable-asset-metadata': true,
};
