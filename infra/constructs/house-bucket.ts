import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  CfnBucket,
  type LifecycleRule,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { BucketAccess } from '../access.ts';

/** What no bucket keeps: replaced and deleted versions, the marks deletions leave, uploads that broke off. */
const tidy: LifecycleRule = {
  abortIncompleteMultipartUploadAfter: Duration.days(1),
  noncurrentVersionExpiration: Duration.days(7),
  expiredObjectDeleteMarker: true,
};

/** A private, versioned, encrypted bucket that outlives its stack. */
export class HouseBucket extends Bucket {
  constructor(scope: Construct, id: string, { lifecycleRules = [], ...props }: BucketProps) {
    super(scope, id, {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      versioned: true,
      encryption: props.encryptionKey === undefined ? BucketEncryption.S3_MANAGED : BucketEncryption.KMS,
      bucketKeyEnabled: props.encryptionKey !== undefined,
      removalPolicy: RemovalPolicy.RETAIN,
      // Rules of a bucket's own stand beside this one: S3 takes no expiry in a rule that removes markers.
      lifecycleRules: [tidy, ...lifecycleRules],
      ...props,
    });
  }

  /** Narrower than the CDK's own class, which without this fits no property of the CDK that takes a bucket. */
  override get isWebsite(): boolean {
    return false;
  }

  /** Tells EventBridge of every object that comes; by itself, as the CDK's own way brings a function of its own along. */
  announceObjects(): void {
    const bucket = this.node.defaultChild;
    if (!(bucket instanceof CfnBucket)) {
      throw new Error('a bucket is made of an AWS::S3::Bucket');
    }
    bucket.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
  }

  allow(grantee: IGrantable, access: readonly BucketAccess[]): void {
    this.#allowObjects(grantee, access, '*');
    this.#allowList(grantee, access);
    this.#allowKey(grantee, access);
  }

  /** By folder. `list` is of the whole bucket: S3 tells only those who may list that an object is not there. */
  allowIn(grantee: IGrantable, folders: Readonly<Record<string, readonly BucketAccess[]>>): void {
    for (const [folder, access] of Object.entries(folders)) {
      this.#allowObjects(grantee, access, `${folder}/*`);
    }
    this.#allowList(grantee, Object.values(folders).flat());
    this.#allowKey(grantee, Object.values(folders).flat());
  }

  #allowObjects(grantee: IGrantable, access: readonly BucketAccess[], objects: string): void {
    const actions = [
      ...(access.includes('read') ? ['s3:GetObject'] : []),
      ...(access.includes('write') ? ['s3:PutObject', 's3:AbortMultipartUpload'] : []),
      ...(access.includes('erase') ? ['s3:DeleteObject'] : []),
    ];
    if (actions.length > 0) {
      grantee.grantPrincipal.addToPrincipalPolicy(
        new PolicyStatement({ actions, resources: [this.arnForObjects(objects)] }),
      );
    }
  }

  #allowList(grantee: IGrantable, access: readonly BucketAccess[]): void {
    if (access.includes('list')) {
      grantee.grantPrincipal.addToPrincipalPolicy(
        new PolicyStatement({ actions: ['s3:ListBucket'], resources: [this.bucketArn] }),
      );
    }
  }

  #allowKey(grantee: IGrantable, access: readonly BucketAccess[]): void {
    const principal = grantee.grantPrincipal;
    if (this.encryptionKey !== undefined) {
      principal.addToPrincipalPolicy(
        new PolicyStatement({
          actions: access.includes('write') ? ['kms:Decrypt', 'kms:GenerateDataKey'] : ['kms:Decrypt'],
          resources: [this.encryptionKey.keyArn],
          conditions: { StringEquals: { 'kms:ViaService': `s3.${this.stack.region}.amazonaws.com` } },
        }),
      );
    }
  }
}
